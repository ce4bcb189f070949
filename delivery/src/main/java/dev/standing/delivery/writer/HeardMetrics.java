package dev.standing.delivery.writer;

import dev.standing.contracts.event.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;

/** How old what is heard of ingest is, by topic: what a withdrawal has to wait for at most. */
final class HeardMetrics {
    private HeardMetrics() {}

    static void register(MeterRegistry registry, Collection<String> topics, WriterStatus status, InstantSource clock) {
        for (String topic : Topics.journals()) {
            if (topics.contains(topic)) {
                Gauge.builder("standing.writer.heard.age", status, s -> ageInSeconds(s, topic, clock))
                        .description("Age of what is heard of ingest; nothing where this process does not lead")
                        .baseUnit("seconds")
                        .tag("topic", topic)
                        .strongReference(true)
                        .register(registry);
            }
        }
    }

    private static double ageInSeconds(WriterStatus status, String topic, InstantSource clock) {
        Instant heard = status.heard(topic);
        return heard == null || !status.leads()
                ? Double.NaN
                : Duration.between(heard, clock.instant()).toMillis() / 1000.0;
    }
}
