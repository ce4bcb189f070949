package dev.standing.database;

import java.time.Instant;

/** The time that all processes agree on, whatever their own clocks say. */
@FunctionalInterface
public interface DatabaseClock {
    Instant now(Session session);
}
