package dev.standing.api;

import static dev.standing.stack.Service.INGEST;
import static dev.standing.stack.Service.PRIVILEGES;
import static dev.standing.stack.Service.SCORING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.stack.Service;
import dev.standing.stack.http.Answer;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers that are not as described are found, by our own descriptions. */
class DescribedTest {
    private static final Described DESCRIBED = new Described();
    private static final String JSON = "application/json;charset=UTF-8";
    private static final String PROBLEM = "application/problem+json";
    private static final String SCORE = "/v1/members/m-1/score";
    private static final String GOOD = """
            {"member":"m-1","score":655,"band":"excellent","base":648,"influence":7,"scorecard":"community/1",
             "asOf":"2026-11-01T10:00:02.400Z","reasons":[{"code":"PAID-LATE","text":"Late.","pointsLost":30}]}
            """;
    private static final String NOT_FOUND =
            "{\"type\":\"urn:standing:problem:not-found\",\"title\":\"Not found\",\"status\":404,\"detail\":\"x\"}";

    @Test
    void anAnswerAsDescribedPasses() {
        assertThat(score(200, JSON, GOOD)).isEmpty();
        assertThat(score(404, PROBLEM, NOT_FOUND)).isEmpty();
        assertThat(DESCRIBED.faults(PRIVILEGES, "DELETE", "/v1/webhooks/wh_1", answer(204, "", "")))
                .isEmpty();
        assertThat(DESCRIBED.faults(SCORING, "GET", "/v1/nothing", answer(404, PROBLEM, NOT_FOUND)))
                .isEmpty();
    }

    @Test
    void whatIsMadeOfPartsIsLookedInto() {
        String denied = """
                {"id":"019ac4a8-6e3b-7d21-9c55-0f4b6f6a7b11","allowed":false,"tier":"baseline","until":"2026-11-15T10:00:02Z",
                 "reasons":[{"code":"policy","text":"t"}],"principalReasons":[{"code":"PAID-LATE","text":"t","pointsLost":30}],
                 "distance":{"tier":"good","needs":[{"what":"base","points":30}]},
                 "limit":{"maxAmountMinor":100,"currency":"USD","termMonths":12}}
                """;
        denied = denied.replace("[{\"what\":\"base\",\"points\":30}]", "[]");

        assertThat(DESCRIBED.faults(PRIVILEGES, "POST", "/v1/checks", answer(200, JSON, denied)))
                .isEmpty();
        assertThat(DESCRIBED.faults(
                        PRIVILEGES, "POST", "/v1/checks", answer(200, JSON, denied.replace("\"tier\":\"good\",", ""))))
                .isNotEmpty();
        assertThat(DESCRIBED.faults(
                        PRIVILEGES,
                        "POST",
                        "/v1/checks",
                        answer(200, JSON, denied.replace("\"termMonths\":12", "\"termMonths\":12,\"mood\":1"))))
                .isNotEmpty();
    }

    @Test
    void aBodyThatIsNotAsDescribedIsFound() {
        for (String wrong : List.of(
                GOOD.replace("\"base\":648,", ""),
                GOOD.replace("\"base\":648", "\"base\":\"648\""),
                GOOD.replace("\"base\":648", "\"base\":648,\"mood\":1"),
                GOOD.replace("\"pointsLost\":30", "\"pointsLost\":30,\"mood\":1"),
                GOOD.replace("excellent", "dreadful"),
                GOOD.replace("2026-11-01T10:00:02.400Z", "yesterday"),
                "[]",
                "nonsense")) {
            assertThat(wrong).isNotEqualTo(GOOD);
            assertThat(score(200, JSON, wrong)).as(wrong).isNotEmpty();
        }
        assertThat(score(404, PROBLEM, NOT_FOUND.replace("\"status\":404,", "")))
                .isNotEmpty();
    }

    @Test
    void aStatusOrMediaTypeThatIsNotDescribedIsFound() {
        assertThat(score(202, JSON, GOOD)).isNotEmpty();
        assertThat(score(500, PROBLEM, NOT_FOUND)).isNotEmpty();
        assertThat(score(200, "text/plain", GOOD)).isNotEmpty();
        assertThat(score(404, JSON, NOT_FOUND)).isNotEmpty();
        assertThat(DESCRIBED.faults(SCORING, "GET", "/v1/nothing", answer(200, JSON, "{}")))
                .isNotEmpty();
    }

    @Test
    void eachLineIsHeldToTheSchemaOfALine() {
        String good = "{\"line\":1,\"id\":\"r-1\",\"state\":\"accepted\"}\n";

        assertThat(lines(good + good)).isEmpty();
        assertThat(lines(good + "{\"line\":2,\"state\":\"dreamt\"}\n")).isNotEmpty();
        assertThat(lines(good + "{\"line\":2}\n")).isNotEmpty();
    }

    @Test
    void whoeverCallsIsTold() {
        assertThatThrownBy(() -> DESCRIBED.saw(SCORING, "GET", SCORE + "?x=1", answer(202, JSON, GOOD)))
                .hasMessageContaining("contracts/openapi/scoring.yaml");
    }

    private static List<String> lines(String body) {
        return DESCRIBED.faults(INGEST, "POST", "/v1/records/stream", answer(200, "application/x-ndjson", body));
    }

    private static List<String> score(int status, String type, String body) {
        return DESCRIBED.faults(Service.SCORING, "GET", SCORE, answer(status, type, body));
    }

    private static Answer answer(int status, String type, String body) {
        Map<String, List<String>> headers = type.isEmpty() ? Map.of() : Map.of("Content-Type", List.of(type));
        return new Answer("a call", status, HttpHeaders.of(headers, (name, value) -> true), body);
    }
}
