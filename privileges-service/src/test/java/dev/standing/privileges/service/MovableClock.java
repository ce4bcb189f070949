package dev.standing.privileges.service;

import dev.standing.database.DatabaseClock;
import dev.standing.database.Session;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The machine's time, and as much later as a test wants it; the database's clock goes with it, unless it runs ahead alone. */
@Alternative
@Priority(1)
@Singleton
public class MovableClock extends Clock implements DatabaseClock {
    private volatile Duration ahead = Duration.ZERO;
    private volatile Duration alone = Duration.ZERO;

    void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    /** Does the work while this clock runs ahead of the database's. */
    void whileAhead(Duration of, Runnable work) {
        alone = of;
        try {
            work.run();
        } finally {
            alone = Duration.ZERO;
        }
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead).plus(alone);
    }

    @Override
    public Instant now(Session session) {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
