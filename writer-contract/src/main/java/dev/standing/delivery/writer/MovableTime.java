package dev.standing.delivery.writer;

import dev.standing.database.DatabaseClock;
import dev.standing.database.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The machine's time, and as much later as a test wants it. It only goes forward, for the tests of one JVM share a database, whose
 * clock goes with it unless this one runs ahead alone.
 */
public abstract class MovableTime extends Clock implements DatabaseClock {
    private volatile Duration ahead = Duration.ZERO;
    private volatile Duration alone = Duration.ZERO;

    public final void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    /** Does the work while this clock runs ahead of the database's. */
    public final void whileAhead(Duration of, Runnable work) {
        alone = of;
        try {
            work.run();
        } finally {
            alone = Duration.ZERO;
        }
    }

    @Override
    public final Instant instant() {
        return Instant.now().plus(ahead).plus(alone);
    }

    @Override
    public final Instant now(Session session) {
        return Instant.now().plus(ahead);
    }

    @Override
    public final ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public final Clock withZone(ZoneId zone) {
        return this;
    }
}
