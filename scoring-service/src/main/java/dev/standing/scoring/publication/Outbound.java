package dev.standing.scoring.publication;

import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Events going out together; done when the broker has all of them. */
public final class Outbound {
    private final Producer<byte[], byte[]> producer;
    private final Duration patience;
    private final List<Future<RecordMetadata>> pending = new ArrayList<>();

    public Outbound(Producer<byte[], byte[]> producer, Duration patience) {
        this.producer = producer;
        this.patience = patience;
    }

    public void send(String topic, String key, Event event) {
        pending.add(producer.send(
                new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), EventJson.write(event))));
    }

    /** Waits until the broker has acknowledged everything. */
    public void await() {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (Future<RecordMetadata> sent : pending) {
                sent.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not take the events", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        } finally {
            pending.clear();
        }
    }
}
