package dev.standing.privileges.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call, and what bad input is answered with. */
@QuarkusTest
class DoorIT {
    private static final String MEMBER = "door-1";
    private static final String CHECK = "{\"member\":\"door-1\",\"perk\":\"bandwidth\"}";

    @Inject
    JWTParser tokens;

    @BeforeAll
    static void aMemberIsKnown() throws Exception {
        try (Wire wire = new Wire()) {
            wire.consent(MEMBER, "acme", 1, true);
            wire.score(MEMBER, 1, 500);
        }
    }

    @ParameterizedTest(name = "{0}: perks {1}, perk {2}, privileges {3}, check {4}")
    @CsvSource({
        "nobody,   401, 401, 401, 401",
        "forged,   401, 401, 401, 401",
        "partner,  200, 200, 200, 200",
        "stranger, 200, 200, 404, 200",
        "member,   200, 200, 200, 403",
        "other,    200, 200, 404, 403",
        "analyst,  200, 200, 403, 403",
        "operator, 200, 200, 200, 403"
    })
    void everyRoleAgainstEveryRoute(String who, int perks, int perk, int privileges, int check) {
        Api.awaitTier(MEMBER, "bandwidth", "baseline");

        assertThat(as(who).get("/v1/perks").statusCode()).isEqualTo(perks);
        assertThat(as(who).get("/v1/perks/bandwidth").statusCode()).isEqualTo(perk);
        assertThat(as(who).get("/v1/members/" + MEMBER + "/privileges").statusCode())
                .isEqualTo(privileges);
        assertThat(as(who).contentType("application/json")
                        .body(CHECK)
                        .post("/v1/checks")
                        .statusCode())
                .isEqualTo(check);
    }

    private static RequestSpecification as(String who) {
        return switch (who) {
            case "nobody" -> given();
            case "forged" -> given().auth().oauth2(Tokens.operator().replaceAll("\\.[^.]*$", ".AAAA"));
            case "partner" -> given().auth().oauth2(Tokens.partner("acme"));
            case "stranger" -> given().auth().oauth2(Tokens.partner("stranger"));
            case "member" -> given().auth().oauth2(Tokens.member(MEMBER));
            case "other" -> given().auth().oauth2(Tokens.member("door-2"));
            case "analyst" -> given().auth().oauth2(Tokens.analyst());
            case "operator" -> given().auth().oauth2(Tokens.operator());
            default -> throw new IllegalArgumentException(who);
        };
    }

    @Test
    void aTokenIsVerifiedOnceAndRemembered() throws ParseException {
        String token = Tokens.partner("acme");

        assertThat(tokens.parse(token)).isSameAs(tokens.parse(token));
        assertThat(tokens.parse(token)).isNotSameAs(tokens.parse(Tokens.partner("acme")));
    }

    @Test
    void refusalsAreProblems() {
        for (Response response : List.of(
                as("nobody").get("/v1/perks"),
                as("forged").get("/v1/perks"),
                as("analyst").get("/v1/members/door-1/privileges"),
                as("operator").get("/v1/perks/nothing"),
                as("operator").get("/v1/nothing"),
                as("partner").contentType("text/plain").body(CHECK).post("/v1/checks"),
                as("partner").delete("/v1/checks"))) {
            assertThat(response.contentType()).startsWith("application/problem+json");
            assertThat(response.jsonPath().getInt("status")).isEqualTo(response.statusCode());
            assertThat(response.jsonPath().getString("title")).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%00b", "a%20b", "a%40b", "%7Ca", "%C3%A9", "%F0%9F%98%80"})
    void aMemberThatIsNoIdIsToldSoInThePath(String member) {
        Response response = as("operator").urlEncodingEnabled(false).get("/v1/members/" + member + "/privileges");

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(422);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("violations[0].field")).isEqualTo("member");
    }

    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"perk\":\"bandwidth\"}                                               | 422 | member",
                "{\"member\":\"\",\"perk\":\"bandwidth\"}                                | 422 | member",
                "{\"member\":7,\"perk\":\"bandwidth\"}                                   | 422 | member",
                "{\"member\":null,\"perk\":\"bandwidth\"}                                | 422 | member",
                "{\"member\":\"m\"}                                                      | 422 | perk",
                "{\"member\":\"m\",\"perk\":\"moon\"}                                    | 422 | perk",
                "{\"member\":\"m\",\"perk\":\"bandwidth\",\"colour\":1}                  | 422 | colour",
                "{\"member\":\"m\",\"perk\":\"bandwidth\",\"context\":[]}                | 422 | context",
                "{\"member\":\"m\",\"perk\":\"bandwidth\",\"context\":{\"x\":1}}         | 422 | context.x",
                "{\"member\":\"m\",\"perk\":\"bandwidth\",\"context\":{\"tier\":\"x\"}}  | 422 | context.tier",
                "{\"member\":\"m\",\"perk\":\"bandwidth\",\"context\":{\"amountMinor\":1}} | 422 | context.amountMinor",
                "{\"member\":\"m\",\"perk\":\"personal-loan\"}                           | 422 | context.amountMinor",
                "{\"member\":\"m\",\"perk\":\"personal-loan\",\"context\":{\"amountMinor\":\"1\",\"currency\":\"USD\",\"termMonths\":1}} | 422 | context.amountMinor",
                "{\"member\":\"m\",\"perk\":\"personal-loan\",\"context\":{\"amountMinor\":1.5,\"currency\":\"USD\",\"termMonths\":1}} | 422 | context.amountMinor",
                "{\"member\":\"m\",\"perk\":\"personal-loan\",\"context\":{\"amountMinor\":0,\"currency\":\"USD\",\"termMonths\":1}} | 422 | context.amountMinor",
                "{\"member\":\"m\",\"perk\":\"personal-loan\",\"context\":{\"amountMinor\":99999999999999999999,\"currency\":\"USD\",\"termMonths\":1}} | 422 | context.amountMinor",
                "{\"member\":\"m\",\"perk\":\"personal-loan\",\"context\":{\"amountMinor\":1,\"currency\":\"EUR\",\"termMonths\":1}} | 422 | context.currency",
                "{\"member\":\"m\",\"perk\":\"personal-loan\",\"context\":{\"amountMinor\":1,\"currency\":\"USD\",\"termMonths\":61}} | 422 | context.termMonths",
                "[]                                                                      | 422 | ''",
                "{\"member\":\"m\",\"perk\":                                             | 400 | ''",
                "{\"member\":\"m\",\"member\":\"n\",\"perk\":\"bandwidth\"}              | 400 | ''",
                "hello                                                                   | 400 | ''"
            })
    void badBodiesAreAnsweredWithTheField(String body, int status, String field) {
        Response response = Api.post(Tokens.partner("acme"), body);

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        if (!field.isEmpty()) {
            List<Map<String, Object>> violations = response.jsonPath().get("violations");
            assertThat(violations.getFirst()).containsEntry("field", field).containsKey("allowed");
        }
    }

    @Test
    void aParameterThatNobodyKnowsIsTold() {
        Response refused = as("member").get("/v1/perks?perk=bandwidth");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("detail")).isEqualTo("perk is 'bandwidth'; allowed: no parameters");
    }

    @Test
    void bodiesTooLongTooDeepAndTooBigAreProblems() {
        String longMember = "{\"member\":\"" + "m".repeat(129) + "\",\"perk\":\"bandwidth\"}";
        assertThat(Api.post(Tokens.partner("acme"), longMember).statusCode()).isEqualTo(422);

        String deep =
                "{\"member\":\"m\",\"perk\":\"bandwidth\",\"context\":" + "{\"a\":".repeat(200) + "1" + "}".repeat(201);
        Response tooDeep = Api.post(Tokens.partner("acme"), deep);
        assertThat(tooDeep.statusCode()).isBetween(400, 422);
        assertThat(tooDeep.contentType()).startsWith("application/problem+json");

        Response tooBig = Api.post(Tokens.partner("acme"), "{\"member\":\"" + "m".repeat(20_000) + "\"}");
        assertThat(tooBig.statusCode()).isEqualTo(413);
        assertThat(tooBig.contentType()).startsWith("application/problem+json");

        Response empty = Api.post(Tokens.partner("acme"), "");
        assertThat(empty.statusCode()).as(empty.asString()).isBetween(400, 422);
        assertThat(empty.contentType()).startsWith("application/problem+json");

        Response wrongEncoding = given().auth()
                .oauth2(Tokens.partner("acme"))
                .contentType("application/json")
                .body(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'})
                .post("/v1/checks");
        assertThat(wrongEncoding.statusCode()).isEqualTo(400);
        assertThat(wrongEncoding.contentType()).startsWith("application/problem+json");
    }

    @Test
    void aBodyOfUndeclaredLengthIsCountedWhileItArrives() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(undeclared(client, CHECK)).isEqualTo(200);
            assertThat(undeclared(client, CHECK + " ".repeat(20_000))).isEqualTo(413);
        }
    }

    private static int undeclared(HttpClient client, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(ConfigProvider.getConfig().getValue("test.url", String.class) + "/v1/checks"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + Tokens.partner("acme"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test
    void theCatalogueIsWhole() {
        Response catalogue = as("member").get("/v1/perks");

        assertThat(catalogue.jsonPath().getList("perks.name", String.class))
                .containsExactly("bandwidth", "bike-hire", "hotel", "car-hire", "fast-track", "personal-loan");
        assertThat(catalogue.jsonPath().getList("perks.credit", Boolean.class))
                .containsExactly(false, false, false, false, false, true);
        assertThat(catalogue.jsonPath().getString("perks[0].baseline")).isEqualTo("baseline");
        assertThat(catalogue.jsonPath().getString("perks[0].tiers[1].when")).isEqualTo("score >= 600");
        assertThat(catalogue.jsonPath().getInt("perks[2].tiers[2].benefits.depositPercent"))
                .isZero();
        assertThat(catalogue.jsonPath().getString("perks[4].tiers[2].requires[0].perk"))
                .isEqualTo("car-hire");
        assertThat(catalogue.jsonPath().getInt("perks[5].tiers[0].limits[0].maxAmountMinor"))
                .isEqualTo(20000);
    }

    @Test
    void healthMetricsAndOpenApiNeedNoToken() {
        assertThat(given().get("/q/openapi").statusCode()).isEqualTo(200);
        for (String path : List.of("/health/live", "/health/ready", "/health/started", "/metrics")) {
            assertThat(Api.management(path).statusCode()).as(path).isEqualTo(200);
            assertThat(given().get("/q" + path).statusCode())
                    .as("for callers: " + path)
                    .isEqualTo(404);
        }
        Api.awaitTier(MEMBER, "bandwidth", "baseline");
        as("partner").contentType("application/json").body(CHECK).post("/v1/checks");
        assertThat(Api.management("/metrics").asString())
                .contains(
                        "standing_privileges_checks_total{application=\"privileges-service\",outcome=\"denied\",perk=\"bandwidth\"",
                        "standing_privileges_score_to_privilege_seconds_bucket",
                        "standing_writer_batch_size_messages_bucket",
                        "standing_outbox_age_seconds{application=\"privileges-service\",journal=\"privilege_journal\"",
                        "standing_privileges_members",
                        "standing_privileges_grants{");
    }
}
