package dev.standing.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.consent.Purpose;
import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.PartnerEvent;
import dev.standing.contracts.event.RecordEvent;
import dev.standing.contracts.event.TieEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.event.UnreadableEvent;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.delivery.writer.Beat;
import dev.standing.local.test.TestStack;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plays ingest on the real topics, and listens to what scoring says. */
public final class Wire implements AutoCloseable {
    private static final AtomicLong POSITIONS = new AtomicLong();

    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    public Wire() {
        Beat.begin();
        producer = new KafkaProducer<>(broker(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    static Properties broker() {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", TestStack.get().bootstrapServers());
        return properties;
    }

    private void send(String topic, String key, byte[] content) {
        sent.add(producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), content)));
    }

    public void raw(String topic, String key, byte[] content) {
        send(topic, key, content);
        flush();
    }

    public void record(RecordEvent event) {
        send(Topics.RECORDS, event.member().value(), EventJson.write(event));
    }

    /** An accepted record of a kind with an amount. */
    public static RecordEvent accepted(String partner, String id, String member, String kind, Instant occurredAt) {
        return new RecordEvent(
                Event.CURRENT_VERSION,
                RecordEvent.Type.ACCEPTED,
                POSITIONS.incrementAndGet(),
                new PartnerId(partner),
                id,
                new MemberId(member),
                kind,
                occurredAt,
                1_000L,
                "EUR",
                null,
                kind.equals("purchase") ? "5411" : null,
                Instant.now());
    }

    /** The same record with another amount. */
    public static RecordEvent of(RecordEvent event, long amountMinor, String currency) {
        return new RecordEvent(
                event.version(),
                event.type(),
                event.position(),
                event.partner(),
                event.id(),
                event.member(),
                event.kind(),
                event.occurredAt(),
                amountMinor,
                currency,
                event.count(),
                event.merchantCategory(),
                event.at());
    }

    public static RecordEvent retracted(RecordEvent accepted) {
        return new RecordEvent(
                Event.CURRENT_VERSION,
                RecordEvent.Type.RETRACTED,
                POSITIONS.incrementAndGet(),
                accepted.partner(),
                accepted.id(),
                accepted.member(),
                accepted.kind(),
                accepted.occurredAt(),
                accepted.amountMinor(),
                accepted.currency(),
                accepted.count(),
                accepted.merchantCategory(),
                Instant.now());
    }

    public void recordsConsent(String member, String partner, boolean granted, long version) {
        consent(new ConsentEvent(
                Event.CURRENT_VERSION,
                new MemberId(member),
                Purpose.RECORDS,
                new PartnerId(partner),
                granted,
                version,
                Instant.now()));
    }

    public void socialConsent(String member, boolean granted, long version) {
        consent(new ConsentEvent(
                Event.CURRENT_VERSION, new MemberId(member), Purpose.SOCIAL, null, granted, version, Instant.now()));
    }

    private void consent(ConsentEvent event) {
        send(Topics.CONSENTS, event.member().value(), EventJson.write(event));
    }

    public void tie(String x, String y, TieEvent.State state, long version) {
        String a = x.compareTo(y) < 0 ? x : y;
        String b = x.compareTo(y) < 0 ? y : x;
        TieEvent event = new TieEvent(
                Event.CURRENT_VERSION, new MemberId(a), new MemberId(b), state, 1.0, version, Instant.now());
        send(Topics.TIES, event.key(), EventJson.write(event));
    }

    /** The least share of a partner's records that are wrong, in basis points. */
    public void figure(String partner, int basisPoints, long version) {
        PartnerEvent event =
                new PartnerEvent(Event.CURRENT_VERSION, new PartnerId(partner), basisPoints, version, Instant.now());
        send(Topics.PARTNERS, partner, EventJson.write(event));
    }

    /** Waits until the broker has everything. */
    public void flush() {
        producer.flush();
        assertThat(sent).allMatch(future -> future.state() == Future.State.SUCCESS);
        Beat.told(POSITIONS.get());
        sent.clear();
    }

    /** Everything on a topic by now. */
    public static <E extends Event> List<E> all(String topic, Class<E> type) {
        List<E> events = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(broker(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(200))) {
                    events.add(EventJson.read(message.value(), type));
                }
            }
        } catch (UnreadableEvent e) {
            throw new IllegalStateException(e);
        }
        return events;
    }

    /** Messages on the inbound topics that had no effect yet. */
    public static long lag() {
        try (Admin admin = Admin.create(broker())) {
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            for (String topic : List.of(Topics.RECORDS, Topics.CONSENTS, Topics.TIES, Topics.PARTNERS)) {
                for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                    asked.put(new TopicPartition(topic, partition), OffsetSpec.latest());
                }
            }
            long ends = admin.listOffsets(asked).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
            return ends - applied();
        } catch (InterruptedException | ExecutionException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long applied() throws SQLException {
        TestStack stack = TestStack.get();
        try (Connection connection = DriverManager.getConnection(stack.jdbcUrl(), "scoring", stack.password());
                Statement statement = connection.createStatement();
                ResultSet sum = statement.executeQuery("select coalesce(sum(next_offset), 0) from scoring.position"
                        + " where topic <> '" + Topics.WATERMARKS + "'")) {
            sum.next();
            return sum.getLong(1);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
