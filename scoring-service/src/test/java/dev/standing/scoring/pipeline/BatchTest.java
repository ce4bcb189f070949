package dev.standing.scoring.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.consent.Purpose;
import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.event.RecordEvent;
import dev.standing.contracts.event.TieEvent;
import dev.standing.contracts.event.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchTest {
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private static String golden(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(BatchTest.class.getResourceAsStream("/golden/" + name + ".json"), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ConsumerRecord<byte[], byte[]> message(String topic, String content) {
        return new ConsumerRecord<>(topic, 3, 7, new byte[0], content.getBytes(StandardCharsets.UTF_8));
    }

    private static Batch batch(ConsumerRecord<byte[], byte[]> message) {
        return Batch.of(List.of(message), NOW);
    }

    private static String reason(Batch batch) {
        assertThat(batch.deadLetters()).hasSize(1);
        return batch.deadLetters().getFirst().reason();
    }

    @Test
    void goldenEventsGoIntoTheBatch() throws Exception {
        Batch batch = Batch.of(
                List.of(
                        message(Topics.RECORDS, golden("record-accepted")),
                        message(Topics.RECORDS, golden("record-retracted")),
                        message(Topics.CONSENTS, golden("consent-records")),
                        message(Topics.CONSENTS, golden("consent-social")),
                        message(Topics.TIES, golden("tie-active")),
                        message(Topics.TIES, golden("tie-severed"))),
                NOW);

        assertThat(batch.records())
                .extracting(RecordEvent::type)
                .containsExactly(RecordEvent.Type.ACCEPTED, RecordEvent.Type.RETRACTED);
        assertThat(batch.consents()).extracting(ConsentEvent::purpose).containsExactly(Purpose.RECORDS, Purpose.SOCIAL);
        assertThat(batch.ties())
                .extracting(TieEvent::state)
                .containsExactly(TieEvent.State.ACTIVE, TieEvent.State.SEVERED);
        assertThat(batch.deadLetters()).isEmpty();
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    "amountMinor":-1           | "amountMinor":1177
                    "amountMinor":9999999999999999 | "amountMinor":1177
                    "id":""                    | "id":"r-1"
                    "id":"r\\u0000"            | "id":"r-1"
                    "partner":" \\ud800"       | "partner":"acme"
                    "occurredAt":"+99999-11-01T10:00:00Z" | "occurredAt":"2026-11-01T10:00:00Z"
                    """)
    void valueThatCouldStopTheDatabaseIsPoison(String bad, String good) throws Exception {
        String golden = golden("record-accepted");
        assertThat(golden).contains(good);

        Batch batch = batch(message(Topics.RECORDS, golden.replace(good, bad)));

        assertThat(reason(batch)).contains("field ");
        assertThat(batch.records()).isEmpty();
    }

    @Test
    void socialConsentToAPartnerIsPoison() throws Exception {
        String bad = golden("consent-social").replace("\"granted\"", "\"partner\":\"acme\",\"granted\"");

        assertThat(reason(batch(message(Topics.CONSENTS, bad)))).contains("partner");
    }
}
