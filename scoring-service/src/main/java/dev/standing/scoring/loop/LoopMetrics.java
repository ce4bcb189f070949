package dev.standing.scoring.loop;

import dev.standing.contracts.event.RecordEvent;
import dev.standing.scoring.intake.Batch;
import dev.standing.scoring.pipeline.Memory;
import dev.standing.scoring.pipeline.Reevaluation;
import dev.standing.scoring.pipeline.Scoring;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** What a dashboard shows of the loop. */
@Singleton
final class LoopMetrics {
    private static final String RECORDS = "standing.scoring.records";

    private final DistributionSummary batchSize;
    private final Timer batchTime;
    private final Timer acceptToScore;
    private final Counter accepted;
    private final Counter retracted;
    private final Counter duplicate;
    private final Counter deadLettered;
    private final Counter baseChanges;
    private final Counter published;
    private final Counter recoveries;

    LoopMetrics(MeterRegistry registry, LoopStatus status) {
        batchSize = DistributionSummary.builder("standing.scoring.batch.size")
                .description("messages that shared one transaction")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        batchTime = Timer.builder("standing.scoring.batch.time")
                .description("from the batch read to its commit")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        acceptToScore = Timer.builder("standing.scoring.accept.to.score")
                .description("from a record taken in by the ledger to the commit of the score that holds it")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        accepted = registry.counter(RECORDS, "outcome", "scored");
        retracted = registry.counter(RECORDS, "outcome", "retracted");
        duplicate = registry.counter(RECORDS, "outcome", "duplicate");
        deadLettered = registry.counter("standing.scoring.dead.letters");
        baseChanges = registry.counter("standing.scoring.base.changes");
        published = registry.counter("standing.scoring.scores.published");
        recoveries = registry.counter("standing.scoring.recoveries");
        Gauge.builder("standing.scoring.members", status, LoopMetrics::members)
                .description("members in the influence engine")
                .register(registry);
        Gauge.builder("standing.scoring.leading", status, s -> s.isLeading() ? 1 : 0)
                .description("1 where this instance writes scores")
                .register(registry);
    }

    private static double members(LoopStatus status) {
        Memory memory = status.memory();
        return memory == null ? 0 : memory.community().engine().memberCount();
    }

    void applied(Batch batch, Scoring.Outcome outcome, Duration took, Instant now) {
        batchSize.record(batch.size());
        batchTime.record(took);
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
        deadLettered.increment(batch.deadLetters().size());
        baseChanges.increment(outcome.baseChanges());
        published.increment(outcome.published());
    }

    void reevaluated(Reevaluation.Outcome outcome) {
        published.increment(outcome.changed());
    }

    void recovered() {
        recoveries.increment();
    }
}
