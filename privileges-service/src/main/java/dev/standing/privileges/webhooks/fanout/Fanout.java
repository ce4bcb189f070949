package dev.standing.privileges.webhooks.fanout;

import dev.standing.database.Migration;
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

/**
 * Hands happenings on, for as long as the process runs, and throws away what was kept for long enough; and beside that does what partners ask of all
 * lanes of an endpoint, which nobody else is to wait for.
 */
@Startup
@Singleton
final class Fanout {
    private static final Duration TIDY_EVERY = Duration.ofMinutes(10);

    private final Loop events;
    private final Loop walks;
    private final Duration keep;
    private long nextTidyNanos = System.nanoTime();

    Fanout(Pool pool, Migration migration, PrivilegesConfig privileges, WebhookConfig config) {
        this.events = new Loop(pool, migration, privileges.patience(), config.poll());
        this.walks = new Loop(pool, migration, privileges.patience(), config.poll());
        this.keep = config.keep();
    }

    @PostConstruct
    void start() {
        events.start("webhook-fanout", "Partners' events", "made", this::handOn);
        walks.start("webhook-walk", "Lanes of endpoints", "gone through", session -> new Walk(session).next());
    }

    void stop(@Observes ShutdownEvent event) {
        events.close();
        walks.close();
    }

    private boolean handOn(Session session) {
        int handedOn = new HandOn(session).next();
        if (System.nanoTime() - nextTidyNanos >= 0) {
            new Tidying(session, keep).run();
            nextTidyNanos = System.nanoTime() + TIDY_EVERY.toNanos();
        }
        return handedOn > 0;
    }
}
