package dev.standing.scoring;

import dev.standing.database.DatabaseClock;
import dev.standing.database.Session;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time that a test says. It only goes forward, for the tests of one JVM share a database, whose clock goes with it unless
 * this one runs ahead alone.
 */
@Singleton
public class MovableClock implements InstantSource, DatabaseClock {
    private volatile Duration ahead = Duration.ZERO;
    private volatile Duration alone = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead).plus(alone);
    }

    @Override
    public Instant now(Session session) {
        return Instant.now().plus(ahead);
    }

    /** Does the work while this clock runs ahead of the database's. */
    public void whileAhead(Duration of, Runnable work) {
        alone = of;
        try {
            work.run();
        } finally {
            alone = Duration.ZERO;
        }
    }

    public void forward(Duration by) {
        ahead = ahead.plus(by);
    }
}
