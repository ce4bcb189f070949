package dev.standing.scoring.loop;

import dev.standing.database.Session;
import dev.standing.delivery.Publisher;
import dev.standing.delivery.Relay;
import dev.standing.scoring.intake.Inbox;
import dev.standing.scoring.loop.LoopStatus.Phase;
import dev.standing.scoring.policy.Policies;
import dev.standing.scoring.reevaluation.ReevaluationDemands;
import dev.standing.scoring.setup.ScoringConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/**
 * The one writer. Leads where no other instance does, reads batches, applies each in one transaction, and after any failure
 * drops all memory, reads it again from the database and carries on: the way back from a crash is the only way back.
 */
@Singleton
public final class ScoringLoop {
    private static final Logger LOG = Logger.getLogger(ScoringLoop.class);

    /** "standing" in ASCII, as a number that nobody else picks. */
    private static final long WRITER = 0x7374616e64696e67L;

    private final Pool pool;
    private final KafkaClients kafka;
    private final ScoringConfig config;
    private final LoopStatus status;
    private final LoopMetrics metrics;
    private final Term.Surroundings surroundings;
    private final ReevaluationDemands demands;
    private final Thread thread =
            Thread.ofPlatform().name("scoring-loop").daemon().unstarted(this::run);
    private volatile boolean closing;
    private String lastFailure = "";

    ScoringLoop(
            Pool pool,
            KafkaClients kafka,
            ScoringConfig config,
            Policies policies,
            InstantSource clock,
            LoopStatus status,
            LoopMetrics metrics,
            ReevaluationDemands demands,
            Relay relay) {
        this.pool = pool;
        this.kafka = kafka;
        this.config = config;
        this.status = status;
        this.metrics = metrics;
        this.demands = demands;
        this.surroundings = new Term.Surroundings(policies, config, clock, status, metrics, relay);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        closing = true;
        thread.join(config.statementPatience());
    }

    private void run() {
        try (Publisher publisher = kafka.publisher()) {
            while (!closing) {
                try {
                    attempt(publisher);
                } catch (RuntimeException e) {
                    fail(e);
                }
                pause();
            }
        }
    }

    private void attempt(Publisher publisher) {
        Session session = Session.claim(pool, WRITER, config.statementPatience());
        if (session == null) {
            status.enter(Phase.STANDING_BY);
            return;
        }
        try (session;
                Inbox inbox = new Inbox(kafka.consumer(), surroundings.clock())) {
            status.enter(Phase.LOADING);
            Term term = new Term(session, inbox, publisher, surroundings);
            term.begin();
            status.enter(Phase.LEADING);
            demands.open();
            LOG.info("Leading: everything is loaded");
            lastFailure = "";
            while (!closing) {
                term.step();
                demands.answer(term::reevaluateToday);
            }
        } finally {
            status.memory(null);
            demands.close();
        }
    }

    /** Crash-only: what failed is logged without values, which may be personal. */
    private void fail(RuntimeException e) {
        status.enter(Phase.RECOVERING);
        status.brokerConnected(false);
        metrics.recovered();
        if (!closing) {
            log(e);
        }
    }

    /** The whole trace once, then a line for each attempt: a database that is away for an hour says so 3,600 times. */
    private void log(RuntimeException e) {
        String failure = e.toString();
        if (failure.equals(lastFailure)) {
            LOG.warnf("Failed again, memory is read again: %s", failure);
        } else {
            LOG.warnf(e, "The batch failed; memory is read again and the batch tried again");
        }
        lastFailure = failure;
    }

    private void pause() {
        try {
            if (!closing) {
                Thread.sleep(config.pause());
            }
        } catch (InterruptedException e) {
            closing = true;
        }
    }
}
