package dev.standing.delivery.writer;

import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.event.WatermarkEvent;
import dev.standing.local.test.TestStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Says, as ingest does for as long as it runs, how far its journals are told. What a test sends is told when it is sent. */
public final class Beat {
    private static final Duration EVERY = Duration.ofMillis(100);
    private static final Set<String> HELD = ConcurrentHashMap.newKeySet();
    private static final AtomicLong TOLD = new AtomicLong();

    /** Each test profile has a class loader, and so a beat, of its own: the newest beats. */
    private static final String PROPERTY = "standing.test.beat";

    private static final String SELF = String.valueOf(System.nanoTime());

    static {
        System.setProperty(PROPERTY, SELF);
        Thread.ofPlatform().name("beat").daemon().start(Beat::run);
    }

    private Beat() {}

    /** Begins with the first call; once in a JVM. */
    public static void begin() {
        HELD.clear();
    }

    /** All that was sent is told, the ledger up to that position. */
    public static void told(long position) {
        TOLD.accumulateAndGet(position, Math::max);
    }

    /** As if the relay of that journal were held, until the work is done. */
    public static void holding(String topic, Runnable work) {
        HELD.add(topic);
        try {
            work.run();
        } finally {
            HELD.remove(topic);
        }
    }

    private static void run() {
        Map<String, Object> broker = Map.of("bootstrap.servers", TestStack.get().bootstrapServers());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer())) {
            while (SELF.equals(System.getProperty(PROPERTY))) {
                for (String topic : Topics.journals()) {
                    if (!HELD.contains(topic)) {
                        WatermarkEvent told =
                                new WatermarkEvent(Event.CURRENT_VERSION, topic, Instant.now(), TOLD.get());
                        Future<RecordMetadata> _ = producer.send(new ProducerRecord<>(
                                Topics.WATERMARKS, topic.getBytes(StandardCharsets.UTF_8), EventJson.write(told)));
                    }
                }
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
