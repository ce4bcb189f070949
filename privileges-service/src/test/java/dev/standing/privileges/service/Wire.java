package dev.standing.privileges.service;

import dev.standing.contracts.consent.Purpose;
import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.event.DisputeEvent;
import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.EventJson;
import dev.standing.contracts.event.ScoreEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.contracts.score.Band;
import dev.standing.contracts.score.DimensionPoints;
import dev.standing.contracts.score.ScoreReason;
import dev.standing.delivery.writer.Beat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** What scoring and ingest would say, and what others hear of privileges. */
final class Wire implements AutoCloseable {
    private final String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", servers), new ByteArraySerializer(), new ByteArraySerializer());

    Wire() {
        Beat.begin();
    }

    void score(String member, long sequence, int points) throws Exception {
        send(Topics.SCORES, member, EventJson.write(scoreEvent(member, sequence, points, points)));
    }

    void score(ScoreEvent score) throws Exception {
        send(Topics.SCORES, score.member().value(), EventJson.write(score));
    }

    void consent(String member, String partner, long version, boolean granted) throws Exception {
        ConsentEvent consent = new ConsentEvent(
                Event.CURRENT_VERSION,
                new MemberId(member),
                Purpose.RECORDS,
                new PartnerId(partner),
                granted,
                version,
                Instant.parse("2026-11-01T00:00:00Z"));
        send(Topics.CONSENTS, member, EventJson.write(consent));
    }

    void dispute(String member, String partner, String record, DisputeEvent.State state) throws Exception {
        Instant openedAt = Instant.parse("2026-11-01T00:00:00Z");
        DisputeEvent dispute = new DisputeEvent(
                Event.CURRENT_VERSION,
                "d-" + record + "-" + member,
                new MemberId(member),
                new PartnerId(partner),
                record,
                "not-mine",
                state,
                openedAt,
                Instant.parse("2100-01-01T00:00:00Z"),
                openedAt);
        send(Topics.DISPUTES, member, EventJson.write(dispute));
    }

    void send(String topic, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value))
                .get();
    }

    static ScoreEvent scoreEvent(String member, long sequence, int score, int base) {
        return scoreEvent(member, sequence, score, base, 200);
    }

    static ScoreEvent scoreEvent(String member, long sequence, int score, int base, int tenureInDays) {
        Instant now = Instant.now();
        return new ScoreEvent(
                Event.CURRENT_VERSION,
                new MemberId(member),
                sequence,
                score,
                band(score),
                base,
                band(base),
                score - base,
                new DimensionPoints(Map.of("history", 100)),
                tenureInDays,
                LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(tenureInDays),
                "community/1",
                null,
                "record",
                now,
                now);
    }

    /** The same with what cost the base most. */
    static ScoreEvent because(ScoreEvent score, ScoreReason... reasons) {
        return new ScoreEvent(
                score.version(),
                score.member(),
                score.sequence(),
                score.score(),
                score.band(),
                score.base(),
                score.baseBand(),
                score.influence(),
                score.dimensions(),
                score.tenureInDays(),
                score.firstRecordOn(),
                score.scorecard(),
                List.of(reasons),
                score.cause(),
                score.causeAt(),
                score.asOf());
    }

    private static Band band(int points) {
        return points < 550 ? Band.POOR : points < 600 ? Band.FAIR : points < 650 ? Band.GOOD : Band.EXCELLENT;
    }

    /** Waits for the first messages of a topic that fit, from its beginning. */
    List<String> await(String topic, int count, Predicate<String> fits) {
        List<String> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (found.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    String text = new String(message.value(), StandardCharsets.UTF_8);
                    if (fits.test(text)) {
                        found.add(text);
                    }
                });
            }
        }
        return found;
    }

    @Override
    public void close() {
        producer.close();
    }
}
