package dev.standing.scoring.intake;

import dev.standing.contracts.event.Topics;
import dev.standing.contracts.event.UnreadableEvent;
import dev.standing.delivery.Message;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the three topics as one stream of batches. Only the leader reads, so partitions are taken, not negotiated: a
 * standby in the group would be given some and sit on them. Offsets are committed after the effect, and only to keep
 * redelivery after a restart short: what is delivered again changes nothing.
 */
public final class Inbox implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Consumer<byte[], byte[]> consumer;
    private final InstantSource clock;
    private final Map<String, Channel> channels = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();

    public Inbox(Consumer<byte[], byte[]> consumer, InstantSource clock) {
        this.consumer = consumer;
        this.clock = clock;
        for (Channel channel : List.of(new RecordsChannel(), new ConsentsChannel(), new TiesChannel())) {
            channels.put(channel.topic(), channel);
        }
    }

    /** Takes all partitions, from the committed offsets on, or from the beginning where there are none. */
    public void open() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : List.of(Topics.CONSENTS, Topics.TIES, Topics.RECORDS)) {
            List<PartitionInfo> known = consumer.partitionsFor(topic, PATIENCE);
            if (known.isEmpty()) {
                throw new IllegalStateException("topic " + topic + " has no partitions. Maybe it was not created");
            }
            known.forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        consumer.assign(partitions);
    }

    /** What is there by now, at most as much as the consumer's {@code max.poll.records}; empty after the wait. */
    public Batch read(Duration wait) {
        Batch batch = new Batch();
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(wait)) {
            read(message, batch);
            next.put(
                    new TopicPartition(message.topic(), message.partition()),
                    new OffsetAndMetadata(message.offset() + 1));
        }
        return batch;
    }

    private void read(ConsumerRecord<byte[], byte[]> message, Batch batch) {
        Channel channel = channels.get(message.topic());
        if (channel == null) {
            throw new IllegalStateException("no channel for topic " + message.topic());
        }
        try {
            channel.read(message, batch);
        } catch (UnreadableEvent e) {
            batch.deadLetters().add(Message.deadLetter(message, e, clock.instant()));
        }
    }

    /** Notes that everything read so far has had its effect. */
    public void commit() {
        if (!next.isEmpty()) {
            consumer.commitSync(next, PATIENCE);
            next.clear();
        }
    }

    /** Whether there is a connection to a broker now. */
    public boolean isConnected() {
        return consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("connection-count"))
                .anyMatch(metric -> metric.metricValue() instanceof Number count && count.intValue() > 0);
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
