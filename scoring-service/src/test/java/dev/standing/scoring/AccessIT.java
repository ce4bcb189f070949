package dev.standing.scoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AccessIT {
    private static final String MEMBER = "m-access";

    @BeforeEach
    void memberWhoLetsAcmeIn() {
        Api.await(() -> Api.management("/health/ready").statusCode() == 200, "ready");
        try (Wire wire = new Wire()) {
            wire.recordsConsent(MEMBER, "acme", true, 1);
            wire.flush();
        }
        Api.await(() -> Api.isKnown(MEMBER), "known");
    }

    @Test
    void everyRoleAgainstEveryRoute() {
        Map<String, String> tokens = Map.of(
                "self", Tokens.member(MEMBER),
                "another member", Tokens.member("m-other"),
                "partner with consent", Tokens.partner("acme"),
                "partner without", Tokens.partner("globex"),
                "analyst", Tokens.analyst(),
                "operator", Tokens.operator());
        String score = "/v1/members/" + MEMBER + "/score";
        Map<String, List<Integer>> expected = Map.of(
                "self", List.of(200, 200, 200, 200, 200, 200),
                "another member", List.of(404, 404, 404, 404, 200, 200),
                "partner with consent", List.of(200, 403, 403, 403, 200, 200),
                "partner without", List.of(404, 403, 403, 403, 200, 200),
                "analyst", List.of(403, 403, 403, 403, 200, 200),
                "operator", List.of(200, 200, 200, 200, 200, 200));
        List<String> routes = List.of(
                score,
                score + "/explanation",
                score + "/history",
                score + "/reads",
                "/v1/scorecards",
                "/v1/scorecards/community/versions/1");

        tokens.forEach((who, token) -> {
            List<Integer> statuses = routes.stream()
                    .map(route -> Api.get(token, route).statusCode())
                    .toList();
            assertThat(statuses).as(who).isEqualTo(expected.get(who));
            if (!who.equals("operator")) {
                given().auth().oauth2(token).post("/v1/re-evaluations").then().statusCode(403);
            }
        });
        for (String route : routes) {
            given().when().get(route).then().statusCode(401);
        }
        given().post("/v1/re-evaluations").then().statusCode(401);
    }

    @Test
    void unknownMemberLooksTheSameToAll() {
        for (String token : List.of(Tokens.operator(), Tokens.partner("acme"), Tokens.member("nobody"))) {
            Api.get(token, "/v1/members/nobody/score").then().statusCode(404).contentType("application/problem+json");
        }
    }

    @Test
    void badQuestionsAreAnsweredWithWhatIsAllowed() {
        String history = "/v1/members/" + MEMBER + "/score/history";
        for (String from : List.of(
                "yesterday",
                "2026-13-01T00:00:00Z",
                "1700-01-01T00:00:00Z",
                "2026-10-31T24:00:00Z",
                "2026-10-31T23:59:60.5Z",
                "2026-10-31T10:00:00+01:00")) {
            JsonPath problem = given().auth()
                    .oauth2(Tokens.operator())
                    .queryParam("from", from)
                    .get(history)
                    .then()
                    .statusCode(422)
                    .extract()
                    .jsonPath();
            assertThat(problem.getString("violations[0].field")).isEqualTo("from");
        }
        Api.get(Tokens.operator(), "/v1/members/{m}/score", "x".repeat(300))
                .then()
                .statusCode(422);
        Api.get(Tokens.operator(), "/v1/scorecards/community/versions/one")
                .then()
                .statusCode(404);
    }

    /** The platform would take what stands before the semicolon for the id, and answer for another member. */
    @Test
    void anIdWithASemicolonIsNotAnotherId() {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.operator())
                .get("/v1/members/" + MEMBER + ";b/score")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }

    /** What the platform answered itself had no body, and so did not say why. */
    @Test
    void aBodyThatIsTooLargeIsToldSo() {
        given().auth()
                .oauth2(Tokens.operator())
                .contentType("application/json")
                .body(" ".repeat(70_000))
                .post("/v1/re-evaluations")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    /** No id of anybody in what operators look at. */
    @Test
    void whoIsAskedAboutIsNoLabel() {
        given().auth().oauth2(Tokens.operator() + "x").get("/v1/members/m-not-to-be-named/score");

        // A call is counted a moment after it is answered.
        Api.await(() -> Api.management("/metrics").asString().contains("status=\"401\""), "the call is counted");
        assertThat(Api.management("/metrics").asString()).doesNotContain("m-not-to-be-named");
    }

    @Test
    void scorecardIsServedWhole() {
        JsonPath card =
                Api.get(Tokens.analyst(), "/v1/scorecards/community/versions/1").jsonPath();

        assertThat(card.getInt("startPoints")).isEqualTo(350);
        assertThat(card.getInt("dimensions.history.mostPoints")).isEqualTo(210);
        assertThat(card.getList("attributes")).hasSize(19);
        assertThat(card.getList("attributes[0].bins")).hasSize(7);
        assertThat(Api.get(Tokens.analyst(), "/v1/scorecards").jsonPath().getBoolean("scorecards[0].inForce"))
                .isTrue();
    }

    @Test
    void openApiAndMetricsAreThereWithoutAToken() {
        String openApi =
                given().get("/q/openapi").then().statusCode(200).extract().asString();
        assertThat(openApi).contains("/v1/members/{member}/score/explanation").contains("community/1");
        assertThat(Api.management("/metrics").then().statusCode(200).extract().asString())
                .contains("standing_scoring_accept_to_score_seconds_bucket")
                .contains("standing_writer_batch_size_messages_bucket")
                .contains("standing_outbox_age_seconds{application=\"scoring-service\",journal=\"score_journal\"")
                .contains("standing_scoring_members");
        Api.management("/health/live").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bakc=true", "back=yes", "back=", "back", "back=true&back=false", "asOf=2030-01-01"})
    void aReevaluationIsNotAskedForInOtherWords(String query) {
        given().auth()
                .oauth2(Tokens.operator())
                .post("/v1/re-evaluations?" + query)
                .then()
                .statusCode(422);
    }

    @ParameterizedTest
    @CsvSource({
        "form=2026-01-01T00:00:00Z, form, 'no such parameter; known are [from, to]'",
        "from=2026-01-01T00:00:00Z&from=2027-01-01T00:00:00Z, from, one value",
        "to=2026-01-01T00:00:00Z&x, x, 'no such parameter; known are [from, to]'",
        "from=, from, a value; or leave the parameter out",
        "to, to, a value; or leave the parameter out",
        "From=2026-01-01T00:00:00Z, From, 'no such parameter; known are [from, to]'"
    })
    void aParameterThatIsMisspeltOrRepeatedIsToldAndNotPassedOver(String query, String field, String allowed) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.operator())
                .get("/v1/members/m-access/score/history?" + query)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations", hasSize(1))
                .body("violations[0].field", equalTo(field))
                .body("violations[0].allowed", equalTo(allowed));
    }

    @Test
    void aParameterIsKnownHoweverItIsWritten() {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.operator())
                .get("/v1/members/m-nobody/score/history?fr%6Fm=2026-01-01T00%3A00:00Z&")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"test.url", "test.management.url"})
    void aCallWithoutHostIsAProblemAndNoFailureOfOurs(String door) throws IOException {
        assertThat(answer(door, "GET /v1/members/m-access/score HTTP/1.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/v1/members/a|b/score", "/v1/perks?x=%", "/v1/{member}", "/v1/members/%e"})
    void aPathThatIsNoUriIsAProblemOnEitherPort(String path) throws IOException {
        for (String door : List.of("test.url", "test.management.url")) {
            assertThat(answer(
                            door,
                            "POST " + path
                                    + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"))
                    .as(door)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "are no URI");
        }
    }

    private static String answer(String door, String call) throws IOException {
        URI service = URI.create(ConfigProvider.getConfig().getValue(door, String.class));
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
