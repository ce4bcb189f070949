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
    @Produces
    @Singleton
    Sender sender(Vertx vertx, WebhookConfig config) {
        return new Sender(
                vertx, Names.ofTheMachine(), config.deadline(), config.allowLoopback(), InstantSource.system());
    }

    void close(@Disposes Sender sender) {
        sender.close();
    }
}
