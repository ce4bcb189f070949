package dev.standing.scoring;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time that a test says. It only goes forward, for the tests of one JVM share a database. */
@Singleton
public class MovableClock implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    public void forward(Duration by) {
        ahead = ahead.plus(by);
    }
}
