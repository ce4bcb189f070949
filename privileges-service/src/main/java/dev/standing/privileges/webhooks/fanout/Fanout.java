package dev.standing.privileges.webhooks.fanout;

import dev.standing.database.Fault;
import dev.standing.database.Migration;
import dev.standing.database.SaidOnce;
import dev.standing.database.Session;
import dev.standing.privileges.setup.PrivilegesConfig;
import dev.standing.privileges.webhooks.WebhookConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Hands happenings on, on a thread of its own, for as long as the process runs; and throws away what was kept for long enough. */
@Startup
@Singleton
final class Fanout {
    private static final Logger LOG = Logger.getLogger(Fanout.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);
    private static final Duration TIDY_EVERY = Duration.ofMinutes(10);

    private final Pool pool;
    private final Migration migration;
    private final Duration patience;
    private final WebhookConfig config;
    private final SaidOnce said = new SaidOnce();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("webhook-fanout").daemon().unstarted(this::run);
    private long nextTidyNanos = System.nanoTime();

    Fanout(Pool pool, Migration migration, PrivilegesConfig privileges, WebhookConfig config) {
        this.pool = pool;
        this.migration = migration;
        this.patience = privileges.patience();
        this.config = config;
    }

    @PostConstruct
    void start() {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private void run() {
        try {
            Duration pause = Duration.ZERO;
            while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = migration.isDone() ? turn() : config.poll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How long to wait for the next. */
    private Duration turn() {
        try (Session session = Session.open(pool, patience)) {
            int handedOn = new HandOn(session).next();
            if (System.nanoTime() - nextTidyNanos >= 0) {
                new Tidying(session, config.keep()).run();
                nextTidyNanos = System.nanoTime() + TIDY_EVERY.toNanos();
            }
            if (said.isOver()) {
                LOG.info("Partners' events are made again");
            }
            return handedOn > 0 ? Duration.ZERO : config.poll();
        } catch (RuntimeException e) {
            String failure = Fault.text(e);
            if (said.isNew(failure)) {
                LOG.warnf("Partners' events are not made now, and are tried again: %s", failure);
            }
            return AFTER_A_FAILURE;
        }
    }
}
