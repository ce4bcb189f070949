package dev.standing.delivery.writer;

import dev.standing.contracts.event.DeadLetter;
import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.event.UnreadableEvent;
import dev.standing.local.test.TestStack;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** What a test of a writer needs around it: other ends of the wire, and another hand at the database. */
public final class Bench implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final TestStack stack = TestStack.get();
    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.bootstrapServers(), "metadata.max.age.ms", "1000"),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    public static void await(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain for " + what);
            }
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public RecordMetadata send(String topic, String key, byte[] value) {
        return send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value));
    }

    public RecordMetadata send(String topic, int partition, String key, byte[] value) {
        return send(new ProducerRecord<>(topic, partition, key.getBytes(StandardCharsets.UTF_8), value));
    }

    private RecordMetadata send(ProducerRecord<byte[], byte[]> message) {
        try {
            return producer.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The dead letters of a topic: that of a place, or all where none is given. */
    public List<DeadLetter> deadLetters(String topic, @Nullable RecordMetadata place) {
        List<DeadLetter> letters = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.deadLetters(topic)).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long ends = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            for (long read = 0; read < ends; ) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(200))) {
                    letters.add(EventJson.read(message.value(), DeadLetter.class));
                    read++;
                }
            }
        } catch (UnreadableEvent e) {
            throw new IllegalStateException(e);
        }
        if (place != null) {
            letters.removeIf(letter -> letter.partition() != place.partition() || letter.offset() != place.offset());
        }
        return letters;
    }

    /** Ends the connection that the leader writes through, whatever it is doing. */
    public void breakSession(long lock) {
        execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted"
                + " and (classid::bigint << 32) + objid::bigint = " + lock);
    }

    /** Ends the leader's session and leads in its place, as another process would, until all is done. */
    public void whileAnotherLeads(long lock, Runnable work) {
        try (Connection other = connect();
                Statement statement = other.createStatement()) {
            CompletableFuture<Void> claimed = CompletableFuture.runAsync(() -> claim(statement, lock));
            await("another's claim", () -> {
                breakSessionBeforeAnother(lock);
                return claimed.isDone();
            });
            work.run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void claim(Statement statement, long lock) {
        try {
            statement.execute("select pg_advisory_lock(" + lock + ")");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Only where another's claim waits behind it: else it would be ours that is ended. */
    private void breakSessionBeforeAnother(long lock) {
        execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted"
                + " and (classid::bigint << 32) + objid::bigint = " + lock
                + " and exists (select from pg_locks where locktype = 'advisory' and not granted"
                + " and (classid::bigint << 32) + objid::bigint = " + lock + ")");
    }

    public void move(String schema, String topic, int partition, long next) {
        execute("insert into " + schema + ".position (topic, partition, topic_id, next_offset) select '" + topic + "', "
                + partition + ", min(topic_id), " + next + " from " + schema + ".position where topic = '" + topic
                + "' on conflict (topic, partition) do update set next_offset = " + next);
    }

    public long position(String schema, String topic, int partition) {
        return number("select coalesce(max(next_offset), 0) from " + schema + ".position where topic = '" + topic
                + "' and partition = " + partition);
    }

    /** The one number that the query answers. */
    public long number(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(), "postgres", stack.password());
    }

    @Override
    public void close() {
        producer.close();
    }
}
