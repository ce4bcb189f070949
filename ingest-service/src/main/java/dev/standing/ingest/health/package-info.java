/** Ready when the parts are there, alive while work moves. */
@NullMarked
package dev.standing.ingest.health;

import org.jspecify.annotations.NullMarked;
