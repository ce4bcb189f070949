/** Alive while work moves, be it only from one attempt to the next. */
@NullMarked
package dev.standing.ingest.health;

import org.jspecify.annotations.NullMarked;
