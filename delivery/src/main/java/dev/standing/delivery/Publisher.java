package dev.standing.delivery;

import dev.standing.contracts.event.EventJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages in order, and returns when all replicas have them: what returned is said at least once, what threw may or
 * may not be. After a failure the producer is thrown away: whatever state it was in, the next attempt starts clean. Used by
 * one thread, which it blocks.
 */
public final class Publisher implements AutoCloseable {
    private final Supplier<Producer<String, byte[]>> producers;
    private @Nullable Producer<String, byte[]> producer;

    Publisher(Supplier<Producer<String, byte[]>> producers) {
        this.producers = producers;
    }

    /**
     * A publisher that connects when it first has something to say.
     *
     * @param kafka where the broker is
     * @param patience how long the broker may take over a message
     */
    public static Publisher to(Map<String, Object> kafka, String clientId, Duration patience) {
        Map<String, Object> settings = new HashMap<>(kafka);
        int timeoutMillis = (int) patience.toMillis();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMillis / 3);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeoutMillis);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeoutMillis / 3);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        return new Publisher(() -> new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()));
    }

    /**
     * Sends all and waits for all.
     *
     * @throws PublicationFailed where any is not known to have arrived; some may have
     */
    public void publish(List<Message> messages) {
        try {
            List<Future<?>> sent = new ArrayList<>(messages.size());
            for (Message message : messages) {
                sent.add(producer()
                        .send(new ProducerRecord<>(message.topic(), message.key(), EventJson.write(message.event()))));
            }
            for (Future<?> future : sent) {
                future.get();
            }
        } catch (ExecutionException e) {
            close();
            throw new PublicationFailed(e.getCause());
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new PublicationFailed(e);
        } catch (RuntimeException e) {
            close();
            throw new PublicationFailed(e);
        }
    }

    /** How many partitions the topic has, as the broker last said. */
    int partitions(String topic) {
        return producer().partitionsFor(topic).size();
    }

    private Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = producers.get();
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

    /** The broker did not take all; all of it is to be sent again. */
    public static final class PublicationFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PublicationFailed(@Nullable Throwable cause) {
            super("the broker did not take a batch", cause);
        }
    }
}
