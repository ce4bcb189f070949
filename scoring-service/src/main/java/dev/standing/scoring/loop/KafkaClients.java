package dev.standing.scoring.loop;

import dev.standing.delivery.Publisher;
import dev.standing.scoring.setup.ScoringConfig;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Clients of the broker, set up for what the loop promises. */
@Singleton
final class KafkaClients {
    private static final int GREATEST_FETCH_OF_PARTITION_IN_BYTES = 4 << 20;

    private final Map<String, Object> broker;
    private final ScoringConfig config;

    KafkaClients(@Identifier("default-kafka-broker") Map<String, Object> broker, ScoringConfig config) {
        this.broker = broker;
        this.config = config;
    }

    Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.group());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.maxBatch());
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, GREATEST_FETCH_OF_PARTITION_IN_BYTES);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Publisher publisher() {
        return Publisher.to(broker, "scoring-loop", config.statementPatience());
    }
}
