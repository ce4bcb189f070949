package dev.standing.ingest.relay;

import dev.standing.contracts.event.EventJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches to one topic, in order, and returns when all replicas have them. After a failure the producer is thrown
 * away: whatever state it was in, the next attempt starts clean. Used by one thread.
 */
final class Publisher implements AutoCloseable {
    private final String topic;
    private final Map<String, Object> settings;
    private @Nullable KafkaProducer<String, byte[]> producer;

    Publisher(String topic, Map<String, Object> kafka, Duration deliveryTimeout) {
        this.topic = topic;
        settings = new HashMap<>(kafka);
        int timeoutMillis = (int) deliveryTimeout.toMillis();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMillis / 3);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeoutMillis);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeoutMillis / 3);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "ingest-relay-" + topic);
    }

    /**
     * Sends all and waits for all.
     *
     * @return how many partitions the topic has
     * @throws PublicationFailed where any is not known to have arrived; some may have
     */
    int publish(List<Journal.Message> messages) throws InterruptedException {
        try {
            KafkaProducer<String, byte[]> kafka = producer();
            List<Future<?>> sent = new ArrayList<>(messages.size());
            for (Journal.Message message : messages) {
                sent.add(kafka.send(new ProducerRecord<>(topic, message.key(), EventJson.write(message.event()))));
            }
            for (Future<?> future : sent) {
                future.get();
            }
            return kafka.partitionsFor(topic).size();
        } catch (ExecutionException e) {
            close();
            throw new PublicationFailed(topic, e.getCause());
        } catch (RuntimeException e) {
            close();
            throw new PublicationFailed(topic, e);
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    /** The broker did not take a batch; it is sent again. */
    static final class PublicationFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PublicationFailed(String topic, @Nullable Throwable cause) {
            super("the broker did not take a batch of " + topic, cause);
        }
    }
}
