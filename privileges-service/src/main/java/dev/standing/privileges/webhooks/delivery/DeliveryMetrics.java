package dev.standing.privileges.webhooks.delivery;

import dev.standing.privileges.webhooks.sending.Answer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** What a dashboard wants to know of deliveries. */
@Singleton
final class DeliveryMetrics {
    private final Counter taken;
    private final Counter refused;
    private final Counter unanswered;

    DeliveryMetrics(MeterRegistry registry) {
        taken = counter(registry, "taken");
        refused = counter(registry, "refused");
        unanswered = counter(registry, "unanswered");
    }

    void tried(Answer answer) {
        (answer.isTaken() ? taken : answer.status() == null ? unanswered : refused).increment();
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("standing.privileges.webhook.deliveries")
                .description("Attempts to deliver an event to a partner")
                .tag("outcome", outcome)
                .register(registry);
    }
}
