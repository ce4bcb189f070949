package dev.standing.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.standing.web.problem.JsonProblems;
import dev.standing.web.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {
    enum Colour {
        RED
    }

    record Part(@Nullable String name, @Nullable Long amount) {}

    record Whole(
            @Nullable String text,
            @Nullable Long number,
            @Nullable Double weight,
            @Nullable Boolean yes,
            @Nullable Instant at,
            @Nullable Colour colour,
            @Nullable List<Part> parts) {}

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

    @BeforeEach
    void strict() {
        new StrictJson().customize(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":7}|text|a string",
                "{\"number\":\"7\"}|number|a whole number, not in quotes",
                "{\"number\":7.5}|number|a whole number, not in quotes",
                "{\"number\":99999999999999999999}|number|a whole number, not in quotes",
                "{\"number\":true}|number|a whole number, not in quotes",
                "{\"weight\":\"0.5\"}|weight|a number, not in quotes",
                "{\"yes\":\"true\"}|yes|true or false, not in quotes",
                "{\"yes\":1}|yes|true or false, not in quotes",
                "{\"at\":\"yesterday\"}|at|an ISO 8601 instant",
                "{\"at\":1700000000}|at|an ISO 8601 instant",
                "{\"at\":\"2026-10-31T23:59:60Z\"}|at|an ISO 8601 instant",
                "{\"at\":\"2026-10-31T24:00:00Z\"}|at|an ISO 8601 instant",
                "{\"at\":\"2026-10-31t10:00:00.5z\"}|at|an ISO 8601 instant",
                "{\"colour\":\"BLUE\"}|colour|one of [red]",
                "{\"colour\":0}|colour|one of [red]",
                "{\"parts\":{}}|parts|an array",
                "{\"parts\":[{\"name\":\"a\"},{\"amount\":\"x\"}]}|parts[1].amount|a whole number",
                "{\"smell\":1}|smell|no such field",
                "[]||an object",
            })
    void wrongFormNamesTheFieldAndWhatIsAllowed(String body, @Nullable String field, String allowed) {
        Problem problem = problemOf(body);

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo(field == null ? "" : field);
            assertThat(violation.allowed()).contains(allowed);
        });
        assertThat(problem.detail()).contains(allowed).doesNotContain("java.", "dev.standing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"smell\":\"sweet\"}|smell|sweet",
                "{\"smell\":\"\"}|smell|''",
                "{\"smell\":1.50}|smell|1.50",
                "{\"smell\":true}|smell|true",
                "{\"smell\":null}|smell|null",
                "{\"smell\":{\"a\":1}}|smell|an object",
                "{\"smell\":[1]}|smell|an array",
                "{\"parts\":[{\"name\":\"a\",\"colour\":\"red\"}]}|parts[0].colour|red",
            })
    void anUnknownFieldIsToldWithWhatWasSentInIt(String body, String field, String sent) {
        assertThat(problemOf(body).violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.value()).isEqualTo(sent);
            assertThat(violation.allowed()).startsWith("no such field; known are [");
        });
        assertThat(problemOf("{\"smell\":\"" + "a".repeat(100) + "\"}").violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.value()).isEqualTo("a".repeat(64) + "…"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"a\",\"text\":\"b\"}|text",
                "{\"parts\":[{\"name\":\"a\"},{\"name\":\"a\",\"name\":\"b\"}]}|name",
                "{\"it's\":1,\"it's\":1}|it's"
            })
    void aRepeatedKeyIsNamed(String body, String key) {
        Problem problem = problemOf(body);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.detail()).startsWith("The key '" + key + "' is repeated, at line 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"parts\":{}}",
                "{\"text\":[]}",
                "{\"text\":{}}",
                "{\"number\":[7]}",
                "{\"number\":99999999999999999999}",
                "{\"parts\":\"x\"}",
                "{\"parts\":[7]}",
                "{\"yes\":\"yes\"}",
                "{\"yes\":\"true\"}",
                "{\"yes\":1}",
                "{\"number\":\"7\"}",
                "{\"number\":true}",
                "{\"weight\":\"0.5\"}",
                "{\"text\":7}",
                "{\"colour\":0}",
                "[]",
                "7",
                "true"
            })
    void whatIsThereAndOfAnotherFormIsNotCalledMissing(String body) {
        assertThat(problemOf(body).detail()).doesNotContain("missing or empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{",
                "{\"text\":\"a",
                "{\"text\":'a'}",
                "{\"text\":\"a\"} x",
                "{} x",
                "{}}",
                "{}]",
                "{},",
                "nothing"
            })
    void whatIsNotJsonIsMalformedAndNotRepeated(String body) {
        Problem problem = problemOf(body);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.detail()).contains("line 1").doesNotContain("java.", "nothing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"text\":\"a\"}{\"text\":\"b\"}", "{} {}", "{}[]", "{}\"a\"", "{} 7", "{} null", "null {}"})
    void jsonAfterTheEndIsMalformedFromATextAndFromAStream(String body) {
        Problem problem = problemOf(body);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.detail()).startsWith("There is more after the end of the JSON, at line 1");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        assertThat(problemOf(() -> json.readValue(new ByteArrayInputStream(bytes), Whole.class)))
                .isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({"c1a4", "eda080", "f4908080", "a4", "e282"})
    void whatIsNoUtf8IsMalformedFromBytesAndFromAStream(String hex) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"text\":\"".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(HexFormat.of().parseHex(hex));
        body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
        byte[] bytes = body.toByteArray();

        Problem problem = problemOf(() -> json.readValue(bytes, Whole.class));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.detail()).isEqualTo("The text is not UTF-8");
        assertThat(problemOf(() -> json.readValue(new ByteArrayInputStream(bytes), Whole.class)))
                .isEqualTo(problem);
    }

    @Test
    void anotherEncodingIsMalformedAndAMarkInFrontIsNot() throws Exception {
        byte[] wide = "{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_16LE);
        byte[] marked = "\ufeff{\"text\":\"é\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(problemOf(() -> json.readValue(wide, Whole.class)).status()).isEqualTo(400);
        assertThat(json.readValue(marked, Whole.class).text()).isEqualTo("é");
    }

    @Test
    void nestingBeyondAnyUseIsMalformed() {
        assertThat(problemOf("[".repeat(1_000)).status()).isEqualTo(422);
        assertThat(problemOf("{\"parts\":" + "[".repeat(1_000)).status()).isIn(400, 422);
        assertThat(problemOf("{\"text\":\"" + "a".repeat(200_000) + "\"}").status())
                .isEqualTo(400);
    }

    @Test
    void rightFormIsRead() throws Exception {
        Whole whole = json.readValue(
                "{\"text\":\"a\",\"number\":7,\"weight\":1,\"yes\":true,\"at\":\"2026-11-01T10:00:00Z\",\"colour\":\"RED\"}",
                Whole.class);

        assertThat(whole)
                .isEqualTo(new Whole("a", 7L, 1.0, true, Instant.parse("2026-11-01T10:00:00Z"), Colour.RED, null));
    }

    private Problem problemOf(String body) {
        return problemOf(() -> json.readValue(body, Whole.class));
    }

    private static Problem problemOf(ThrowingCallable reading) {
        JacksonException e = catchThrowableOfType(JacksonException.class, reading);
        assertThat(e).isNotNull();
        return JsonProblems.of(e).problem();
    }
}
