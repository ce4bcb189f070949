package dev.standing.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessIT {
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";

    @Test
    void eachRouteIsOpenToItsRolesAndToNoOther() {
        Community community = Community.create();
        String member = "/v1/members/" + community.member();
        List<Route> routes = List.of(
                new Route(Method.PUT, member, "", "", "operator partner"),
                new Route(Method.GET, member + "/consents", "", "", "operator member"),
                new Route(
                        Method.PUT,
                        member + "/consents/social",
                        JSON,
                        "{\"granted\":true,\"evidence\":\"x\"}",
                        "operator member"),
                new Route(
                        Method.PUT,
                        member + "/consents/records/acme",
                        JSON,
                        "{\"granted\":true,\"evidence\":\"x\"}",
                        "operator member"),
                new Route(Method.GET, member + "/ties", "", "", "member"),
                new Route(Method.POST, member + "/ties", JSON, "{}", "member"),
                new Route(Method.POST, member + "/ties/m-0/confirmation", "", "", "member"),
                new Route(Method.DELETE, member + "/ties/m-0", "", "", "member"),
                new Route(Method.GET, member + "/disputes", "", "", "member"),
                new Route(Method.GET, member + "/disputes/d-0", "", "", "member"),
                new Route(Method.POST, member + "/disputes", JSON, "{}", "member"),
                new Route(Method.GET, "/v1/disputes", "", "", "operator partner"),
                new Route(Method.GET, "/v1/disputes/d-0", "", "", "operator partner"),
                new Route(Method.POST, "/v1/disputes/d-0/decision", JSON, "{}", "operator partner"),
                new Route(Method.POST, "/v1/records", JSON, "{}", "partner"),
                new Route(Method.POST, "/v1/records/batch", JSON, "[]", "partner"),
                new Route(Method.POST, "/v1/records/stream", NDJSON, "{}", "partner"),
                new Route(Method.GET, "/v1/records/r-0", "", "", "partner"),
                new Route(Method.DELETE, "/v1/records/r-0", "", "", "partner"),
                new Route(Method.GET, "/v1/partners", "", "", "operator"),
                new Route(Method.GET, "/v1/partners/me", "", "", "partner"),
                new Route(Method.GET, "/v1/partners/p-0", "", "", "operator"),
                new Route(Method.POST, "/v1/imports/members", NDJSON, "{}", "operator"),
                new Route(Method.POST, "/v1/imports/ties", NDJSON, "{}", "operator"));
        Map<String, String> tokenByRole = Map.of(
                "partner", Tokens.partner(community.partner()),
                "member", Tokens.member(community.member()),
                "analyst", Tokens.analyst(),
                "operator", Tokens.operator());
        for (Route route : routes) {
            tokenByRole.forEach((role, token) -> {
                int status = route.call(given().auth().oauth2(token)).statusCode();
                if (route.roles().contains(role)) {
                    assertThat(status).as("%s as %s", route, role).isNotIn(401, 403, 405, 415, 500);
                } else {
                    assertThat(status).as("%s as %s", route, role).isEqualTo(403);
                }
            });
            Response unknown = route.call(given());
            assertThat(unknown.statusCode()).as("%s without a token", route).isEqualTo(401);
            assertThat(unknown.contentType()).as("%s", route).startsWith("application/problem+json");
            assertThat(route.call(given().auth().oauth2(Tokens.operator() + "x"))
                            .statusCode())
                    .as("%s with a broken token", route)
                    .isEqualTo(401);
        }
    }

    @Test
    void badBodiesAreProblems() {
        Community community = Community.create();
        RequestSpecification partner = given().auth().oauth2(Tokens.partner(community.partner()));

        Response large = given().spec(partner)
                .contentType(JSON)
                .body("x".repeat(1_100_000))
                .post("/v1/records");
        large.then().statusCode(413).contentType("application/problem+json").body("status", equalTo(413));
        given().spec(partner)
                .contentType(JSON)
                .body("{\"id\":")
                .post("/v1/records")
                .then()
                .statusCode(400);
        given().spec(partner).contentType(JSON).post("/v1/records").then().statusCode(422);
        given().spec(partner)
                .contentType(JSON)
                .body("[".repeat(100) + "]".repeat(100))
                .post("/v1/records/batch")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        given().spec(partner)
                .contentType(JSON)
                .body(community.purchase("r-é", 5).getBytes(StandardCharsets.ISO_8859_1))
                .post("/v1/records")
                .then()
                .statusCode(400);
        given().spec(partner)
                .contentType("text/csv")
                .body("a,b")
                .post("/v1/records")
                .then()
                .statusCode(415);
        given().spec(partner).delete("/v1/records").then().statusCode(405);
        given().spec(partner).get("/v1/nothing").then().statusCode(404);
        for (String id : List.of("a%20b", "%00", "..%2Fx", "é", "x".repeat(65))) {
            given().spec(partner)
                    .urlEncodingEnabled(false)
                    .get("/v1/records/" + id.replace("é", "%C3%A9"))
                    .then()
                    .statusCode(org.hamcrest.Matchers.oneOf(400, 404));
        }
    }

    @Test
    void theServiceSaysHowItIs() {
        Community community = Community.create();
        community.send(community.purchase("r-1", 5)).then().statusCode(202);
        community.send("{}").then().statusCode(422);

        String management = ConfigProvider.getConfig().getValue("test.management.url", String.class);
        given().get(management + "/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get(management + "/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/openapi").then().statusCode(200).body(containsString("/v1/records/stream"));
        String metrics = given().get(management + "/metrics").asString();
        assertThat(metrics)
                .contains("standing_ingest_records_total{application=\"ingest-service\",outcome=\"accepted\"")
                .contains("standing_ingest_group_commit_size_records_bucket")
                .contains("standing_outbox_age_seconds{application=\"ingest-service\",journal=\"ledger\"")
                .contains("standing_ingest_records_refused_total{application=\"ingest-service\",partner=\""
                        + community.partner() + "\",reason=\"field\"");
    }

    /** Neither who is asked about, nor what a caller makes up. */
    @Test
    void labelsOfCallsComeFromRoutesAlone() throws IOException {
        Community community = Community.create();
        given().auth().oauth2(Tokens.operator() + "x").get("/v1/members/" + community.member() + "/consents");
        given().auth().oauth2(Tokens.member(community.member())).get("/v1/members/" + community.member() + "/consents");
        for (String call : List.of(
                "GET /made-up",
                "GET /%zz",
                "GET /v1/members/made-up/%zz",
                "GET /v1/records/made-up",
                "MADEUP /v1/records")) {
            send(call);
        }

        String metrics = given().get(
                        ConfigProvider.getConfig().getValue("test.management.url", String.class) + "/metrics")
                .asString();

        assertThat(metrics)
                .contains("uri=\"/v1/members/{member}/consents\"")
                .contains("method=\"OTHER\"")
                .contains("uri=\"OTHER\"")
                .doesNotContain(community.member())
                .doesNotContain("made-up")
                .doesNotContain("MADEUP")
                .doesNotContain("%zz");
    }

    /** As it stands, which no client would send. */
    private static void send(String call) throws IOException {
        URI service = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            String request = call + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .as(call)
                    .startsWith("HTTP/1.1 4");
        }
    }

    private record Route(Method method, String path, String contentType, String body, String roles) {
        Response call(RequestSpecification request) {
            if (!contentType.isEmpty()) {
                request.contentType(contentType).body(body.getBytes(StandardCharsets.UTF_8));
            }
            return request.request(method, path);
        }
    }
}
