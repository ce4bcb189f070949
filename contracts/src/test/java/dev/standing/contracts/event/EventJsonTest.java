package dev.standing.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {

    static Stream<Arguments> golden() {
        return Stream.of(
                Arguments.of("record-accepted", RecordEvent.class),
                Arguments.of("record-retracted", RecordEvent.class),
                Arguments.of("consent-records", ConsentEvent.class),
                Arguments.of("consent-social", ConsentEvent.class),
                Arguments.of("tie-active", TieEvent.class),
                Arguments.of("tie-severed", TieEvent.class),
                Arguments.of("watermark", WatermarkEvent.class),
                Arguments.of("score", ScoreEvent.class),
                Arguments.of("progress", ProgressEvent.class),
                Arguments.of("privilege", PrivilegeEvent.class),
                Arguments.of("dead-letter", DeadLetter.class));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void goldenJsonIsReadAndWrittenBackToTheLetter(String file, Class<? extends Event> type) throws Exception {
        String json = read(file);

        Event event = EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);

        assertThat(new String(EventJson.write(event), StandardCharsets.UTF_8)).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("golden")
    void unknownFieldIsPassedOverAndUnknownVersionIsNot(String file, Class<? extends Event> type) throws Exception {
        String json = read(file);

        Event event = EventJson.read(bytes(json.replaceFirst("}$", ",\"later\":{\"a\":1}}")), type);

        assertThat(new String(EventJson.write(event), StandardCharsets.UTF_8)).isEqualTo(json);
        assertThatThrownBy(() -> EventJson.read(bytes(json.replace("\"version\":1", "\"version\":2")), type))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("version 2, allowed: 1");
    }

    @Test
    void reasonNeverRepeatsContent() {
        for (String json : new String[] {
            "",
            "mallory",
            "{\"version\":1,\"member\":\"mallory\"}",
            "{\"version\":1,\"member\":{\"mallory\":1}}",
            "{\"version\":1,\"a\":\"mallory\",\"b\":\"mallory\",\"weight\":1}",
            "{\"version\":1,\"purpose\":\"mallory\"}",
            "[\"mallory\"]",
            "null"
        }) {
            assertThatThrownBy(() -> EventJson.read(bytes(json), ConsentEvent.class))
                    .isInstanceOf(UnreadableEvent.class)
                    .message()
                    .isNotBlank()
                    .doesNotContain("mallory");
        }
    }

    @Test
    void tieOutOfOrderOrRangeIsRefused() throws IOException {
        String tie = read("tie-active");

        assertThatThrownBy(() -> EventJson.read(bytes(tie.replace("m-2", "m-0")), TieEvent.class))
                .isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> EventJson.read(bytes(tie.replace("0.5", "1.5")), TieEvent.class))
                .isInstanceOf(UnreadableEvent.class);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String read(String file) throws IOException {
        try (InputStream stream = EventJsonTest.class.getResourceAsStream("/golden/" + file + ".json")) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
