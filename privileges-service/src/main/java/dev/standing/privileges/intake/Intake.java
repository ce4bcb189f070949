package dev.standing.privileges.intake;

import dev.standing.database.Fault;
import dev.standing.database.Session;
import dev.standing.delivery.Publisher;
import dev.standing.privileges.intake.IntakeState.Phase;
import dev.standing.privileges.setup.PrivilegesConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.mutiny.sqlclient.Pool;
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
    /** Any number that no other lock of this database has. */
    private static final long WRITER = 0x70726976L;

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LAG_EVERY = Duration.ofSeconds(5);

    private final Pool pool;
    private final Writer writer;
    private final IntakeState state;
    private final PrivilegesConfig config;
    private final Map<String, Object> kafka;
    private final MeterRegistry registry;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "intake");

    Intake(
            Pool pool,
            Writer writer,
            IntakeState state,
            PrivilegesConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry registry) {
        this.pool = pool;
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
        try (Publisher deadLetters = Publisher.to(kafka, "privileges-intake", config.patience())) {
            while (!stopped(Duration.ZERO)) {
                attempt(deadLetters);
            }
        }
    }

    private void attempt(Publisher deadLetters) {
        try (Session session = Session.claim(pool, WRITER, config.patience())) {
            if (session != null) {
                work(session, deadLetters);
            } else {
                state.enter(Phase.STANDING_BY);
                stopped(config.retryAfter());
            }
        } catch (Exception e) {
            LOG.warnf("intake failed, reading anew what is committed: %s", Fault.text(e));
            LOG.debug("intake failed", e);
            state.enter(Phase.RETRYING);
            stopped(config.retryAfter());
        }
    }

    private void work(Session session, Publisher deadLetters) throws Exception {
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
            hear(session, source, deadLetters);
        }
    }

    private void hear(Session session, Source source, Publisher deadLetters) throws Exception {
        Every sweep = new Every(config.sweepEvery());
        Every lag = new Every(LAG_EVERY);
        while (!stopped(Duration.ZERO)) {
            ConsumerRecords<byte[], byte[]> messages = source.poll(POLL);
            if (!messages.isEmpty()) {
                writer.take(session, messages, deadLetters);
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
