package dev.standing.database;

import java.time.Instant;

/** The time that all processes agree on, whatever their own clocks say. */
@FunctionalInterface
public interface DatabaseClock {
    Instant now(Session session);

    /** The clock of the server's machine. */
    static DatabaseClock ofServer() {
        return session -> session.run("select clock_timestamp()")
                .iterator()
                .next()
                .getOffsetDateTime(0)
                .toInstant();
    }
}
