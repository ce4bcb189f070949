package dev.standing.privileges.webhooks.delivery;

import dev.standing.privileges.webhooks.WebhookConfig;
import dev.standing.privileges.webhooks.sending.Names;
import dev.standing.privileges.webhooks.sending.Sender;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes what sends. */
final class Outgoing {
    /** Challenges, tests and replays of one event, which partners ask for beside what is on its way. */
    private static final int ASKED_FOR = 256;

    @Produces
    @Singleton
    Sender sender(Vertx vertx, WebhookConfig config) {
        return new Sender(
                vertx,
                Names.ofTheMachine(),
                config.deadline(),
                config.inFlight() + ASKED_FOR,
                config.allowLoopback(),
                InstantSource.system());
    }

    void close(@Disposes Sender sender) {
        sender.close();
    }
}
