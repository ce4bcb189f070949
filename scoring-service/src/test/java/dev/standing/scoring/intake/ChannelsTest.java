package dev.standing.scoring.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.contracts.consent.Purpose;
import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.event.RecordEvent;
import dev.standing.contracts.event.TieEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelsTest {
    private final Batch batch = new Batch();

    private static String golden(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(ChannelsTest.class.getResourceAsStream("/golden/" + name + ".json"), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ConsumerRecord<byte[], byte[]> message(String content) {
        return new ConsumerRecord<>("t", 3, 7, new byte[0], content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void goldenEventsGoIntoTheBatch() throws Exception {
        new RecordsChannel().read(message(golden("record-accepted")), batch);
        new RecordsChannel().read(message(golden("record-retracted")), batch);
        new ConsentsChannel().read(message(golden("consent-records")), batch);
        new ConsentsChannel().read(message(golden("consent-social")), batch);
        new TiesChannel().read(message(golden("tie-active")), batch);
        new TiesChannel().read(message(golden("tie-severed")), batch);

        assertThat(batch.records())
                .extracting(RecordEvent::type)
                .containsExactly(RecordEvent.Type.ACCEPTED, RecordEvent.Type.RETRACTED);
        assertThat(batch.consents()).extracting(ConsentEvent::purpose).containsExactly(Purpose.RECORDS, Purpose.SOCIAL);
        assertThat(batch.ties())
                .extracting(TieEvent::state)
                .containsExactly(TieEvent.State.ACTIVE, TieEvent.State.SEVERED);
        assertThat(batch.reachedByPartition()).containsOnlyKeys(3).containsEntry(3, 42L);
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

        assertThatThrownBy(() -> new RecordsChannel().read(message(golden.replace(good, bad)), batch))
                .hasMessageContaining("field ");
        assertThat(batch.records()).isEmpty();
    }

    @Test
    void socialConsentToAPartnerIsPoison() throws Exception {
        String bad = golden("consent-social").replace("\"granted\"", "\"partner\":\"acme\",\"granted\"");

        assertThatThrownBy(() -> new ConsentsChannel().read(message(bad), batch))
                .hasMessageContaining("partner");
    }
}
