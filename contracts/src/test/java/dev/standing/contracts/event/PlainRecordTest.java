package dev.standing.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.GoldenEvents.Golden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read token by token is what the mapper reads, and nothing that it refuses. */
class PlainRecordTest {
    private static final String ACCEPTED = new Golden("record-accepted", RecordEvent.class).json();

    static List<String> written() {
        return List.of(ACCEPTED, new Golden("record-retracted", RecordEvent.class).json());
    }

    /** Plain to look at, or read by the mapper in a way of its own. */
    static Stream<String> others() {
        return Stream.of(
                ACCEPTED.replaceFirst("}$", ",\"later\":{\"a\":1}}"),
                ACCEPTED.replaceFirst("}$", ",\"kind\":\"rent.paid\"}"),
                ACCEPTED.replaceFirst("}$", ",\"currency\":null,\"currency\":\"EUR\"}"),
                ACCEPTED.replaceFirst("\"amountMinor\":(\\d+)", "\"amountMinor\":\"$1\""),
                ACCEPTED.replaceFirst("\"amountMinor\":(\\d+)", "\"amountMinor\":$1.0"),
                ACCEPTED.replaceFirst("\"amountMinor\":(\\d+)", "\"amountMinor\":null"),
                ACCEPTED.replaceFirst("\"amountMinor\":(\\d+)", "\"amountMinor\":-1"),
                ACCEPTED.replaceFirst("\"amountMinor\":(\\d+)", "\"amountMinor\":99999999999999999999"),
                ACCEPTED.replaceFirst("\"version\":1", "\"version\":4294967297"),
                ACCEPTED.replaceFirst("\"version\":1", "\"version\":2"),
                ACCEPTED.replaceFirst("\"position\":\\d+,", ""),
                ACCEPTED.replaceFirst("\"type\":\"[a-z]*\"", "\"type\":\"ACCEPTED\""),
                ACCEPTED.replaceFirst("\"kind\":\"[^\"]*\"", "\"kind\":\"\\u0000\""),
                ACCEPTED.replaceFirst("\"member\":\"[^\"]*\"", "\"member\":{\"value\":\"m-1\"}"),
                ACCEPTED.replaceFirst("\"member\":\"[^\"]*\"", "\"member\":\"m 1\""),
                ACCEPTED.replaceFirst("\"occurredAt\":\"[^\"]*\"", "\"occurredAt\":1700000000"),
                ACCEPTED.replaceFirst("\"occurredAt\":\"[^\"]*\"", "\"occurredAt\":\"2026-11-28T16:30:00+01:00\""),
                ACCEPTED.replaceFirst("\"occurredAt\":\"[^\"]*\"", "\"occurredAt\":\"1800-11-28T16:30:00Z\""),
                ACCEPTED.replaceFirst("\"occurredAt\":\"[^\"]*\"", "\"occurredAt\":\"\""),
                ACCEPTED + " ",
                ACCEPTED + "{}",
                "[" + ACCEPTED + "]",
                "\uFEFF" + ACCEPTED,
                "null",
                "");
    }

    @ParameterizedTest
    @MethodSource("written")
    void whatWeWriteIsPlain(String json) throws Exception {
        assertThat(PlainRecord.read(bytes(json))).isNotNull().isEqualTo(EventJson.map(bytes(json), RecordEvent.class));
    }

    @ParameterizedTest
    @MethodSource("others")
    void othersAreReadAsTheMapperReadsThem(String json) {
        assertThat(bytes(json)).isNotEqualTo(bytes(ACCEPTED));
        assertThat(outcome(bytes(json), true)).isEqualTo(outcome(bytes(json), false));
    }

    @Test
    void bytesThatWentWrongAreReadAsTheMapperReadsThem() {
        Random random = new Random(17);
        for (int i = 0; i < 50_000; i++) {
            byte[] json = bytes(written().get(i % 2));
            for (int j = 0; j <= i % 3; j++) {
                int at = random.nextInt(json.length);
                json[at] = i % 5 == 0 ? (byte) random.nextInt() : json[random.nextInt(json.length)];
            }
            assertThat(outcome(json, true)).isEqualTo(outcome(json, false));
        }
    }

    private static Object outcome(byte[] json, boolean plainly) {
        try {
            return plainly ? EventJson.read(json, RecordEvent.class) : EventJson.map(json, RecordEvent.class);
        } catch (UnreadableEvent e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
