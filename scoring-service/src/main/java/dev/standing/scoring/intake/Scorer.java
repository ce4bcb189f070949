package dev.standing.scoring.intake;

import dev.standing.contracts.event.WatermarkEvent;
import dev.standing.database.Session;
import dev.standing.delivery.Relay;
import dev.standing.delivery.writer.Effect;
import dev.standing.delivery.writer.Handler;
import dev.standing.scoring.activity.RecordCount;
import dev.standing.scoring.community.Basis;
import dev.standing.scoring.pipeline.Batch;
import dev.standing.scoring.pipeline.Memory;
import dev.standing.scoring.pipeline.Reevaluation;
import dev.standing.scoring.pipeline.Scoring;
import dev.standing.scoring.policy.Policies;
import dev.standing.scoring.publication.Progress;
import dev.standing.scoring.setup.ScoringConfig;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one hand that changes scores: what the one writer does with batches, and between them as days pass. */
@Singleton
public final class Scorer implements Handler {
    private static final Logger LOG = Logger.getLogger(Scorer.class);

    private final DataSource database;
    private final Policies policies;
    private final RecordCount recordCount;
    private final Progress progress;
    private final Relay relay;
    private final Renewal renewal;
    private final Today today;
    private final ScoringMetrics metrics;
    private final InstantSource clock;
    private final ScoringConfig config;
    private Runnable alive = () -> {};
    private volatile @Nullable Memory memory;

    Scorer(
            DataSource database,
            Policies policies,
            Progress progress,
            Relay relay,
            Renewal renewal,
            Today today,
            ScoringMetrics metrics,
            InstantSource clock,
            ScoringConfig config) {
        this.database = database;
        this.policies = policies;
        this.recordCount = new RecordCount(policies.catalogue());
        this.progress = progress;
        this.relay = relay;
        this.renewal = renewal;
        this.today = today;
        this.metrics = metrics;
        this.clock = clock;
        this.config = config;
    }

    /** Reads everything, publishes what memory and database disagree on, and begins to catch up with the day. */
    @Override
    public void load(Session session, Runnable alive) {
        this.alive = alive;
        progress.begin();
        read(session);
    }

    private void read(Session session) {
        int day = today.after(Integer.MIN_VALUE, session);
        Memory loaded = Memory.load(session, database, policies, config, day, alive);
        renewal.load(session, loaded);
        memory = loaded;
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
    public boolean between(Session session, boolean caughtUp) {
        boolean more = renewal.turn(session, loaded());
        if (more) {
            relay.nudge();
        }
        progress.say();
        return more;
    }

    @Override
    public void heard(Map<String, WatermarkEvent> watermarks) {
        progress.heard(watermarks);
    }

    @Override
    public void ended() {
        renewal.ended();
        memory = null;
    }

    /**
     * Has everybody's scores stand as of today; nothing is done where they stand as of a later day.
     *
     * @param back whether to come back from a later day, which a clock that ran ahead has made up
     * @return completes when all stand so, and fails with the term
     */
    public Optional<CompletableFuture<Reevaluated>> reevaluate(Session session, boolean back) {
        int day = today.after(loaded().asOfDay(), session);
        if (day < loaded().asOfDay() && !back) {
            return Optional.empty();
        }
        if (day < loaded().asOfDay()) {
            LOG.warnf(
                    "Scores come back from %s, which is %d days ahead",
                    LocalDate.ofEpochDay(loaded().asOfDay()), loaded().asOfDay() - day);
            Basis earlier =
                    Basis.of(day, policies.scorecard(), loaded().community().discounted());
            session.transaction(() -> {
                Reevaluation.moveBackTo(session, earlier, today.nowOn(day));
                return earlier;
            });
            read(session);
        }
        return Optional.of(renewal.readAll(session, loaded()));
    }

    private Scoring scoring(Session session, Memory current) {
        return new Scoring(session, current, policies.scorecard(), today.nowOn(current.asOfDay()));
    }

    /** What is in memory, for those who look on; null while this process does not lead. */
    @Nullable
    Memory memory() {
        return memory;
    }

    private Memory loaded() {
        return Objects.requireNonNull(memory, "nothing is loaded");
    }
}
