package dev.standing.ingest.relay;

import dev.standing.local.test.TestStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Hears what a topic says under one key, from its beginning. */
public final class Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Listener() {}

    /** What is said from now on, until {@code count} messages of the key are among it; fewer where no more come in time. */
    static List<ConsumerRecord<String, byte[]>> next(String topic, String key, int count) {
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestStack.get().bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            while (messages.stream()
                                    .filter(message -> key.equals(message.key()))
                                    .count()
                            < count
                    && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(messages::add);
            }
        }
        return messages;
    }

    /** The first {@code count} values; fewer where no more come in time. */
    public static List<byte[]> until(String topic, String key, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                TestStack.get().bootstrapServers(),
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false);
        List<byte[]> values = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (key.equals(message.key())) {
                        values.add(message.value());
                    }
                });
            }
        }
        return values;
    }
}
