package dev.standing.scoring.intake;

import dev.standing.contracts.event.WatermarkEvent;
import dev.standing.database.Session;
import dev.standing.delivery.Relay;
import dev.standing.delivery.writer.Effect;
import dev.standing.delivery.writer.Handler;
import dev.standing.scoring.activity.RecordCount;
import dev.standing.scoring.calendar.EpochDay;
import dev.standing.scoring.pipeline.Batch;
import dev.standing.scoring.pipeline.Memory;
import dev.standing.scoring.pipeline.Reevaluation;
import dev.standing.scoring.pipeline.Scoring;
import dev.standing.scoring.policy.Policies;
import dev.standing.scoring.publication.Progress;
import dev.standing.scoring.setup.ScoringConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The one hand that changes scores: what the one writer does with batches, and between them as days pass. */
@Singleton
public final class Scorer implements Handler {
    private final Policies policies;
    private final RecordCount recordCount;
    private final Progress progress;
    private final Relay relay;
    private final ScoringMetrics metrics;
    private final InstantSource clock;
    private final ScoringConfig config;
    private Runnable alive = () -> {};
    private volatile @Nullable Memory memory;

    Scorer(
            Policies policies,
            Progress progress,
            Relay relay,
            ScoringMetrics metrics,
            InstantSource clock,
            ScoringConfig config) {
        this.policies = policies;
        this.recordCount = new RecordCount(policies.catalogue());
        this.progress = progress;
        this.relay = relay;
        this.metrics = metrics;
        this.clock = clock;
        this.config = config;
    }

    /** Reads everything, publishes what memory and database disagree on, and catches up with the day. */
    @Override
    public void load(Session session, Runnable alive) {
        this.alive = alive;
        Memory loaded = Memory.load(session, policies, config, today(), alive);
        progress.begin();
        if (today() > loaded.asOfDay() || !loaded.isBy(policies.scorecard().id())) {
            reevaluate(session, loaded, Math.max(today(), loaded.asOfDay()));
        } else {
            session.transaction(scoring(session, loaded)::heal);
            memory = loaded;
        }
        relay.nudge();
    }

    @Override
    public Effect apply(List<ConsumerRecord<byte[], byte[]>> messages, Session session) {
        Batch batch = Batch.of(messages, clock.instant());
        Scoring.Outcome outcome = scoring(session, loaded()).apply(batch, recordCount);
        return new Effect(batch.deadLetters(), () -> {
            if (outcome.published() > 0) {
                relay.nudge();
            }
            metrics.applied(batch, outcome, clock.instant());
        });
    }

    @Override
    public void between(Session session, boolean caughtUp) {
        if (today() > loaded().asOfDay()) {
            reevaluate(session, loaded(), today());
        }
        progress.say();
    }

    @Override
    public void heard(Map<String, WatermarkEvent> watermarks) {
        progress.heard(watermarks);
    }

    @Override
    public void ended() {
        memory = null;
    }

    /** Everybody's scores as of the clock's today; nothing is done where they stand as of a later day. */
    public Optional<Reevaluation.Outcome> reevaluateToday(Session session) {
        return today() < loaded().asOfDay() ? Optional.empty() : Optional.of(reevaluate(session, loaded(), today()));
    }

    private Reevaluation.Outcome reevaluate(Session session, Memory before, int day) {
        long begin = System.nanoTime();
        Reevaluation.Outcome outcome = session.transaction(
                () -> new Reevaluation(session, policies.scorecard(), alive).run(before, day, nowOn(day)));
        memory = outcome.memory();
        metrics.reevaluated(outcome, Duration.ofNanos(System.nanoTime() - begin));
        relay.nudge();
        return outcome;
    }

    private Scoring scoring(Session session, Memory current) {
        return new Scoring(session, current, policies.scorecard(), nowOn(current.asOfDay()));
    }

    /** What is in memory, for those who look on; null while this process does not lead. */
    @Nullable
    Memory memory() {
        return memory;
    }

    private Memory loaded() {
        return Objects.requireNonNull(memory, "nothing is loaded");
    }

    private int today() {
        return EpochDay.of(clock.instant());
    }

    /** Now, or where it is another day by now, the beginning of the day. */
    private Instant nowOn(int day) {
        Instant now = clock.instant();
        return EpochDay.of(now) == day ? now : EpochDay.start(day);
    }
}
