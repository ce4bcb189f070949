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
    private final Timer acceptToScore;
    private final Timer reevaluation;
    private final Counter accepted;
    private final Counter retracted;
    private final Counter duplicate;
    private final Counter baseChanges;
    private final Counter published;
    private final AtomicInteger left = new AtomicInteger();

    ScoringMetrics(MeterRegistry registry) {
        acceptToScore = Timer.builder("standing.scoring.accept.to.score")
                .description("From a record taken in by the ledger to the commit of the score that holds it")
                .register(registry);
        reevaluation = Timer.builder("standing.scoring.reevaluation")
                .description("Reading everybody's activity anew as of a day, some members after each batch")
                .register(registry);
        Gauge.builder("standing.scoring.reevaluation.left", left, AtomicInteger::get)
                .description("Members that the re-evaluation under way has not come to yet;"
                        + " 0 where there is none or this process does not lead")
                .baseUnit("members")
                .register(registry);
        accepted = records(registry, "scored");
        retracted = records(registry, "retracted");
        duplicate = records(registry, "duplicate");
        baseChanges = Counter.builder("standing.scoring.base.changes")
                .description("Base scores that records and consents changed")
                .register(registry);
        published = Counter.builder("standing.scoring.scores.published")
                .description("Scores that changed and went to the journal, for whatever cause")
                .register(registry);
    }

    private static Counter records(MeterRegistry registry, String outcome) {
        return Counter.builder("standing.scoring.records")
                .description("Record events that were read, by what came of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    void applied(Batch batch, Scoring.Outcome outcome, Instant now) {
        int scored = 0;
        for (RecordEvent event : outcome.effective()) {
            if (event.type() == RecordEvent.Type.ACCEPTED) {
                Duration delay = Duration.between(event.at(), now);
                acceptToScore.record(delay.isNegative() ? Duration.ZERO : delay);
                scored++;
            }
        }
        accepted.increment(scored);
        retracted.increment(outcome.effective().size() - (double) scored);
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

    /** Everybody is read anew. */
    void reevaluated(Duration took) {
        reevaluation.record(took);
    }
}
