package dev.standing.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a relay from outside: how old the oldest unpublished entry is, and when it last got anywhere. Written by
 * the relay, read by anybody.
 */
final class RelayWatch {
    private final InstantSource clock;
    private final Counter published;
    private final Counter failures;
    private volatile @Nullable Instant oldestPending;
    private volatile Instant lastTurn;

    RelayWatch(Journal journal, MeterRegistry registry, InstantSource clock) {
        this.clock = clock;
        lastTurn = clock.instant();
        published = Counter.builder("standing.outbox.published")
                .description("Journal entries that the broker has taken")
                .tag("journal", journal.name())
                .register(registry);
        failures = Counter.builder("standing.outbox.failures")
                .description("Attempts to publish a batch that failed and were repeated")
                .tag("journal", journal.name())
                .register(registry);
        Gauge.builder("standing.outbox.age", this, RelayWatch::ageInSeconds)
                .description("Age of the oldest journal entry that is not published")
                .baseUnit("seconds")
                .tag("journal", journal.name())
                .strongReference(true)
                .register(registry);
    }

    void idle() {
        oldestPending = null;
        lastTurn = clock.instant();
    }

    void oldestPending(Instant at) {
        oldestPending = at;
    }

    void published(int count) {
        published.increment(count);
        idle();
    }

    void failed() {
        failures.increment();
        lastTurn = clock.instant();
    }

    /** How long ago the relay last ended an attempt, well or badly. */
    Duration sinceLastTurn() {
        return Duration.between(lastTurn, clock.instant());
    }

    private double ageInSeconds() {
        Instant oldest = oldestPending;
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1000.0);
    }
}
