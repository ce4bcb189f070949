package dev.standing.privileges.intake;

import dev.standing.privileges.intake.IntakeState.Phase;
import dev.standing.privileges.setup.PrivilegesConfig;
import dev.standing.privileges.store.Session;
import dev.standing.privileges.store.Sessions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * The thread that hears {@code standing.scores} and {@code standing.consents} and watches the time.
 *
 * <p>Crash-only: whatever fails, the session and the consumer are closed, memory is read anew from what is committed, and
 * reading goes on from the offsets committed last. One instance at a time does this; others stand by.
 *
 * <p>A thread and a consumer of its own, not a channel of the platform: both topics and the sweep share one transaction,
 * one session that holds the writer's lock, and no rebalance, and a failing batch must neither be dropped nor stop all.
 */
@Singleton
class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LAG_EVERY = Duration.ofSeconds(5);

    private final Sessions sessions;
    private final Writer writer;
    private final IntakeState state;
    private final PrivilegesConfig config;
    private final Map<String, Object> kafka;
    private final MeterRegistry registry;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "intake");

    Intake(
            Sessions sessions,
            Writer writer,
            IntakeState state,
            PrivilegesConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry registry) {
        this.sessions = sessions;
        this.writer = writer;
        this.state = state;
        this.config = config;
        this.kafka = kafka;
        this.registry = registry;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        thread.join(TimeUnit.SECONDS.toMillis(4));
    }

    private void run() {
        while (!stopped(Duration.ZERO)) {
            try (Session session = sessions.open()) {
                if (Sessions.claimWriter(session)) {
                    work(session);
                } else {
                    state.enter(Phase.STANDING_BY);
                    stopped(config.retryAfter());
                }
            } catch (Exception e) {
                LOG.warnf("intake failed, reading anew what is committed: %s", Sessions.fault(e));
                LOG.debug("intake failed", e);
                state.enter(Phase.RETRYING);
                stopped(config.retryAfter());
            }
        }
    }

    private void work(Session session) throws Exception {
        state.enter(Phase.LOADING);
        writer.load(session, state::step);
        try (Source source = new Source(kafka, config.batchMessages(), registry)) {
            while (!source.assign()) {
                state.step();
                if (stopped(config.retryAfter())) {
                    return;
                }
            }
            state.enter(Phase.CATCHING_UP);
            hear(session, source);
        }
    }

    private void hear(Session session, Source source) throws Exception {
        Every sweep = new Every(config.sweepEvery());
        Every lag = new Every(LAG_EVERY);
        while (!stopped(Duration.ZERO)) {
            ConsumerRecords<byte[], byte[]> messages = source.poll(POLL);
            if (!messages.isEmpty()) {
                writer.take(session, messages);
                source.commit();
            }
            if (state.phase() == Phase.CATCHING_UP && source.caughtUp()) {
                state.enter(Phase.RUNNING);
            }
            if (state.phase() == Phase.RUNNING && sweep.isDue()) {
                writer.sweep(session, state::step);
            }
            if (lag.isDue()) {
                state.lag(source.lag());
            }
            state.step();
        }
    }

    private boolean stopped(Duration within) {
        try {
            return stopping.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Due at first, and then once in a while; by the machine's own time, not by the clock that grace is counted with. */
    private static final class Every {
        private final long nanos;
        private long nextNanos = System.nanoTime();

        Every(Duration period) {
            nanos = period.toNanos();
        }

        boolean isDue() {
            long now = System.nanoTime();
            if (now - nextNanos < 0) {
                return false;
            }
            nextNanos = now + nanos;
            return true;
        }
    }
}
