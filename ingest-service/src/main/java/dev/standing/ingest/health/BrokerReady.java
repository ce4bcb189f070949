package dev.standing.ingest.health;

import dev.standing.contracts.event.Topics;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * The broker answers and has the topics that we say things in. Of our own, because the platform's check waits for a broker that is
 * away for as long as any call to it may, which is a minute, on a thread of the callers, and does not look for topics.
 */
@Readiness
@ApplicationScoped
class BrokerReady implements AsyncHealthCheck {
    private static final String NAME = "broker with our topics";
    private static final int PATIENCE_MILLIS = 2_000;
    private static final List<String> TOPICS = List.of(Topics.RECORDS, Topics.CONSENTS, Topics.TIES);

    private final Map<String, Object> kafka;
    private @Nullable Admin admin;

    BrokerReady(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(
                        () -> admin().describeTopics(TOPICS, new DescribeTopicsOptions().timeoutMs(PATIENCE_MILLIS))
                                .allTopicNames()
                                .toCompletionStage())
                .map(topics -> HealthCheckResponse.up(NAME))
                .ifNoItem()
                .after(Duration.ofMillis(2 * PATIENCE_MILLIS))
                .fail()
                .onFailure()
                .recoverWithItem(HealthCheckResponse.down(NAME));
    }

    private synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "ingest-health");
            admin = Admin.create(settings);
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
