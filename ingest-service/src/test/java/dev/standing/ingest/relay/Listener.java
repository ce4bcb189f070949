package dev.standing.ingest.relay;

import dev.standing.local.test.TestStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Hears what a topic says under one key, from its beginning. */
public final class Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Listener() {}

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
