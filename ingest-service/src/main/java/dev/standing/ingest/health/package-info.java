/** Ready when the parts are there, alive while work moves. That the database answers is the platform's own check. */
@NullMarked
package dev.standing.ingest.health;

import org.jspecify.annotations.NullMarked;
