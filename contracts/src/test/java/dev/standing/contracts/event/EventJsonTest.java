package dev.standing.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.contracts.event.GoldenEvents.Golden;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {

    static List<Golden> golden() {
        return GoldenEvents.all();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void goldenJsonIsReadAndWrittenBackToTheLetter(Golden golden) throws Exception {
        String json = golden.json();

        Event event = EventJson.read(json.getBytes(StandardCharsets.UTF_8), golden.type());

        assertThat(new String(EventJson.write(event), StandardCharsets.UTF_8)).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("golden")
    void unknownFieldIsPassedOverAndUnknownVersionIsNot(Golden golden) throws Exception {
        String json = golden.json();

        Event event = EventJson.read(bytes(json.replaceFirst("}$", ",\"later\":{\"a\":1}}")), golden.type());

        assertThat(new String(EventJson.write(event), StandardCharsets.UTF_8)).isEqualTo(json);
        assertThatThrownBy(() -> EventJson.read(bytes(json.replace("\"version\":1", "\"version\":2")), golden.type()))
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
    void everyEventHasAnExampleAndEveryExampleIsOne() throws Exception {
        assertThat(GoldenEvents.all())
                .extracting(Golden::type)
                .containsAll(Arrays.stream(Event.class.getPermittedSubclasses())
                        .<Class<? extends Event>>map(type -> type.asSubclass(Event.class))
                        .toList());
        Path folder = Path.of(Objects.requireNonNull(GoldenEvents.class.getResource("/golden"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(GoldenEvents.all().stream()
                            .map(golden -> golden.name() + ".json")
                            .toList());
        }
    }

    @Test
    void everyExampleIsProved() {
        assertThatCode(GoldenEvents::prove).doesNotThrowAnyException();
    }

    @Test
    void whatIsNotProvedIsNamed() {
        assertThatThrownBy(() -> GoldenEvents.prove(new Golden("tie-active", ScoreEvent.class)))
                .hasMessage(ScoreEvent.class.getName() + ", example tie-active: cannot be read and written")
                .hasCauseInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> GoldenEvents.prove(new Golden("record-accepted", ProgressEvent.class)))
                .hasMessageContaining(ProgressEvent.class.getName());
    }

    @Test
    void tieOutOfOrderOrRangeIsRefused() {
        String tie = new Golden("tie-active", TieEvent.class).json();

        assertThatThrownBy(() -> EventJson.read(bytes(tie.replace("m-2", "m-0")), TieEvent.class))
                .isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> EventJson.read(bytes(tie.replace("0.5", "1.5")), TieEvent.class))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void figureThatIsNoShareIsRefused() {
        String figure = new Golden("partner", PartnerEvent.class).json();

        for (String wrong : new String[] {
            figure.replace("523", "10001"),
            figure.replace("523", "-1"),
            figure.replace("\"figureVersion\":2", "\"figureVersion\":0")
        }) {
            assertThat(wrong).isNotEqualTo(figure);
            assertThatThrownBy(() -> EventJson.read(bytes(wrong), PartnerEvent.class))
                    .isInstanceOf(UnreadableEvent.class);
        }
    }

    @Test
    void reasonsThatNoScoreCanHaveAreRefused() {
        String score = new Golden("score-with-reasons", ScoreEvent.class).json();

        for (String wrong : new String[] {
            score.replace("\"pointsLost\":12", "\"pointsLost\":31"),
            score.replace("\"pointsLost\":12", "\"pointsLost\":0"),
            score.replace("\"pointsLost\":30", "\"pointsLost\":303"),
            score.replace("PAID-LATE", ""),
            score.replaceFirst("(\\{\"code\":\"SHORT[^}]*\\})", "$1,$1,$1,$1")
        }) {
            assertThat(wrong).isNotEqualTo(score);
            assertThatThrownBy(() -> EventJson.read(bytes(wrong), ScoreEvent.class))
                    .isInstanceOf(UnreadableEvent.class)
                    .hasMessageContaining("field reasons");
        }
    }

    @Test
    void whatIsNoUtf8IsRefused() {
        byte[] json = new Golden("consent-records", ConsentEvent.class)
                .json()
                .replace("acme", "acm?a")
                .getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < json.length; i++) {
            if (json[i] == '?') {
                json[i] = (byte) 0xc1; // with the next byte the overlong form of d
                json[i + 1] = (byte) 0xa4;
            }
        }

        assertThatThrownBy(() -> EventJson.read(json, ConsentEvent.class)).isInstanceOf(UnreadableEvent.class);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
