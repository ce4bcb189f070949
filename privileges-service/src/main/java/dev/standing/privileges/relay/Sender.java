package dev.standing.privileges.relay;

import dev.standing.privileges.setup.PrivilegesConfig;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends to Kafka and waits for the answer of all in-sync replicas. Thread-safe. */
@Singleton
public class Sender {
    private static final Duration DELIVERY = Duration.ofSeconds(10);

    private final Map<String, Object> settings;
    private final long patienceMillis;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    Sender(@Identifier("default-kafka-broker") Map<String, Object> kafka, PrivilegesConfig config) {
        settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                DELIVERY.dividedBy(2).toMillis());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY.toMillis());
        patienceMillis = config.patience().toMillis();
    }

    /** Sends in order; returns when all are acknowledged, throws where any is not. */
    public void send(List<ProducerRecord<byte[], byte[]>> messages) throws Exception {
        KafkaProducer<byte[], byte[]> to = producer();
        List<Future<RecordMetadata>> sent = new ArrayList<>(messages.size());
        for (ProducerRecord<byte[], byte[]> message : messages) {
            sent.add(to.send(message));
        }
        for (Future<RecordMetadata> each : sent) {
            each.get(patienceMillis, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }
}
