/** Who has joined. */
@NullMarked
package dev.standing.ingest.members;

import org.jspecify.annotations.NullMarked;
