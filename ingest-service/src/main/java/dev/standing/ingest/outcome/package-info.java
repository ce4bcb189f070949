/** What became of one thing that a caller sent: one word for it on every route. */
@NullMarked
package dev.standing.ingest.outcome;

import org.jspecify.annotations.NullMarked;
