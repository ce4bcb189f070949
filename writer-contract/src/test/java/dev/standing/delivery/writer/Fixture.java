package dev.standing.delivery.writer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.contracts.event.DeadLetter;
import dev.standing.contracts.event.UnreadableEvent;
import dev.standing.contracts.event.WatermarkEvent;
import dev.standing.database.Session;
import dev.standing.delivery.Message;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** The smallest service: each message says an id and an amount, which become a row; memory is how many rows there are. */
@Singleton
class Fixture implements Handler {
    static final long LOCK = 4_712;
    static final String SCHEMA = "scoring";
    static final String TOPIC = "fixture.amounts";
    static final String OTHER_TOPIC = "fixture.others";

    private static final ObjectMapper JSON = new ObjectMapper();

    private volatile long rows = -1;
    private volatile @Nullable WatermarkEvent heard;
    private volatile long rowsWhenHeard = -1;
    private volatile boolean broken;
    private volatile boolean schemaIsReady = true;

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    MeterRegistry registry() {
        return new SimpleMeterRegistry();
    }

    /** The channel, as each service has one. */
    @Singleton
    static class Channel {
        private final Writer writer;

        Channel(Writer writer) {
            this.writer = writer;
        }

        @Incoming("fixture")
        Uni<Void> hear(ConsumerRecords<byte[], byte[]> messages) {
            return writer.take(messages);
        }
    }

    @Produces
    @Singleton
    @Startup
    Writer writer(Writers writers) {
        return writers.start(
                new WriterSettings(
                        SCHEMA,
                        LOCK,
                        "fixture",
                        100,
                        Duration.ofSeconds(10),
                        Duration.ofMillis(200),
                        () -> schemaIsReady),
                this);
    }

    /** What memory holds; -1 while nobody keeps it. */
    long rows() {
        return rows;
    }

    /** Whether it fails whatever it is given, as by a fault in its code. */
    void breakDown(boolean now) {
        broken = now;
    }

    /** Whether somebody says that the schema is as it should be. */
    void schemaIsReady(boolean now) {
        schemaIsReady = now;
    }

    @Override
    public void load(Session session, Runnable alive) {
        rows = session.run("select count(*) from scoring.amount")
                .iterator()
                .next()
                .getLong(0);
    }

    @Override
    public Effect apply(List<ConsumerRecord<byte[], byte[]>> messages, Session session) {
        if (broken) {
            throw new IllegalStateException("broken");
        }
        List<DeadLetter> letters = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            try {
                JsonNode json = read(message);
                session.run(
                        "insert into scoring.amount (id, amount) values ($1, $2::bigint)",
                        json.get("id").asText(),
                        json.get("amount").asLong());
            } catch (UnreadableEvent e) {
                letters.add(Message.deadLetter(message, e, Instant.now()));
            }
        }
        long before = rows;
        rows = before + messages.size() - letters.size();
        return new Effect(letters, () -> {});
    }

    private static JsonNode read(ConsumerRecord<byte[], byte[]> message) throws UnreadableEvent {
        try {
            return JSON.readTree(message.value());
        } catch (IOException e) {
            throw new UnreadableEvent("not JSON");
        }
    }

    @Override
    public void heard(Map<String, WatermarkEvent> watermarks) {
        rowsWhenHeard = rows;
        heard = watermarks.getOrDefault(TOPIC, heard);
    }

    /** The last of its topic. */
    @Nullable
    WatermarkEvent lastHeard() {
        return heard;
    }

    /** What memory held at that moment. */
    long rowsWhenHeard() {
        return rowsWhenHeard;
    }

    @Override
    public boolean between(Session session, boolean caughtUp) {
        return false;
    }

    @Override
    public void ended() {
        rows = -1;
    }
}
