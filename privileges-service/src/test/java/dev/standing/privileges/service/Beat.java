package dev.standing.privileges.service;

import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.event.WatermarkEvent;
import dev.standing.local.test.TestStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Says, as ingest does for as long as it runs, that all consents are told. What a test sends is told when it is sent. */
final class Beat {
    private static final Duration EVERY = Duration.ofMillis(200);
    private static volatile boolean silent;

    /** Each test profile has a class loader, and so a beat, of its own: the newest beats. */
    private static final String PROPERTY = "standing.test.beat";

    private static final String SELF = String.valueOf(System.nanoTime());

    static {
        System.setProperty(PROPERTY, SELF);
        Thread.ofPlatform().name("beat").daemon().start(Beat::run);
    }

    private Beat() {}

    /** Begins with the first call; once in a JVM. */
    static void begin() {
        silent = false;
    }

    /** As if ingest were gone, until the work is done. */
    static void silentDuring(Runnable work) {
        silent = true;
        try {
            work.run();
        } finally {
            silent = false;
        }
    }

    private static void run() {
        Map<String, Object> broker = Map.of("bootstrap.servers", TestStack.get().bootstrapServers());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer())) {
            while (SELF.equals(System.getProperty(PROPERTY))) {
                if (!silent) {
                    WatermarkEvent told = new WatermarkEvent(Event.CURRENT_VERSION, Topics.CONSENTS, Instant.now(), 0);
                    Future<RecordMetadata> _ = producer.send(new ProducerRecord<>(
                            Topics.WATERMARKS,
                            Topics.CONSENTS.getBytes(StandardCharsets.UTF_8),
                            EventJson.write(told)));
                }
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
