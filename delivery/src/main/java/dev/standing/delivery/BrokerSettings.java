package dev.standing.delivery;

import dev.standing.database.Fault;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.Map;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.LogContext;
import org.apache.kafka.common.utils.Time;

/**
 * With settings of which no client can be made, such as a key store that cannot be read, the service ends at start with one line: the platform
 * makes a consumer once, and one that failed would be a service that hears nothing. The broker is not asked, for it may be away.
 */
@Singleton
final class BrokerSettings {
    void start(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        require(kafka);
    }

    static void require(Map<String, Object> kafka) {
        AdminClientConfig config = new AdminClientConfig(kafka);
        try {
            ClientUtils.createChannelBuilder(config, Time.SYSTEM, new LogContext())
                    .close();
        } catch (KafkaException e) {
            throw new IllegalStateException(
                    "The setting kafka.security.protocol is '"
                            + config.getString(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG)
                            + "', and what it needs of kafka.ssl.* and kafka.sasl.* does not do: " + Fault.text(e),
                    e);
        }
    }
}
