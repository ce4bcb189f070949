/** Friendships that both sides confirmed. */
@NullMarked
package dev.standing.ingest.ties;

import org.jspecify.annotations.NullMarked;
