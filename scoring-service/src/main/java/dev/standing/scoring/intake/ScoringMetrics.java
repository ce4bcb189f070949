package dev.standing.scoring.intake;

import dev.standing.contracts.event.RecordEvent;
import dev.standing.scoring.pipeline.Batch;
import dev.standing.scoring.pipeline.Scoring;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** What a dashboard shows of scoring, beside what it shows of the writer. */
@Singleton
final class ScoringMetrics {
    private static final String RECORDS = "standing.scoring.records";

    private final Timer acceptToScore;
    private final Counter accepted;
    private final Counter retracted;
    private final Counter duplicate;
    private final Counter baseChanges;
    private final Counter published;
    private final AtomicInteger left = new AtomicInteger();

    ScoringMetrics(MeterRegistry registry) {
        acceptToScore = Timer.builder("standing.scoring.accept.to.score")
                .description("from a record taken in by the ledger to the commit of the score that holds it")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        accepted = registry.counter(RECORDS, "outcome", "scored");
        retracted = registry.counter(RECORDS, "outcome", "retracted");
        duplicate = registry.counter(RECORDS, "outcome", "duplicate");
        baseChanges = registry.counter("standing.scoring.base.changes");
        published = registry.counter("standing.scoring.scores.published");
        Gauge.builder("standing.scoring.reevaluation.left", left, AtomicInteger::get)
                .description("members that the re-evaluation under way has not come to yet")
                .register(registry);
    }

    void applied(Batch batch, Scoring.Outcome outcome, Instant now) {
        for (RecordEvent event : outcome.effective()) {
            switch (event.type()) {
                case ACCEPTED -> {
                    accepted.increment();
                    Duration delay = Duration.between(event.at(), now);
                    acceptToScore.record(delay.isNegative() ? Duration.ZERO : delay);
                }
                case RETRACTED -> retracted.increment();
            }
        }
        duplicate.increment(
                batch.records().size() - (double) outcome.effective().size());
        baseChanges.increment(outcome.baseChanges());
        published.increment(outcome.published());
    }

    /** Scores published by no batch. */
    void published(int scores) {
        published.increment(scores);
    }

    /** Members still to be read by the re-evaluation that is under way. */
    void left(int members) {
        left.set(members);
    }
}
