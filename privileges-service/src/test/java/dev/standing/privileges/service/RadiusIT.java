package dev.standing.privileges.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.delivery.writer.Bench;
import dev.standing.local.process.Ports;
import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A network asks, and its running sessions hear of changes. */
@QuarkusTest
@TestProfile(RadiusIT.WithServer.class)
class RadiusIT {
    private static final String SECRET = "xyzzy";
    private static final String PORT = "test.radius.port";
    private static final Duration AT_ONCE = Duration.ofSeconds(5);
    private static final String BASELINE = "standing:50000000:10000000";
    private static final String FAST = "standing:200000000:50000000";

    private final Wire wire = new Wire();
    private final String member = "m-" + UUID.randomUUID();
    private final String session = "s-" + UUID.randomUUID();
    private AccessServer server;

    @BeforeEach
    void aMemberWhoShowsToAcme() throws Exception {
        server = new AccessServer(ConfigProvider.getConfig().getValue(PORT, Integer.class), SECRET);
        wire.consent(member, "acme", 1, true);
        wire.score(member, 1, 613);
        Api.awaitTier(member, "bandwidth", "fast");
        Bench.await("acme sees the member", () -> told("acme", member).equals(FAST));
    }

    @AfterEach
    void close() {
        server.close();
        wire.close();
    }

    @Test
    void theAnswerIsOfTheFormThatRlmRestReads() {
        assertThat(authorize("acme", "{\"member\":\"" + member + "\"}").asString())
                .isEqualTo(
                        "{\"reply:WISPr-Bandwidth-Max-Down\":{\"op\":\":=\",\"do_xlat\":false,\"value\":[200000000]},"
                                + "\"reply:WISPr-Bandwidth-Max-Up\":{\"op\":\":=\",\"do_xlat\":false,\"value\":[50000000]},"
                                + "\"reply:Class\":{\"op\":\":=\",\"do_xlat\":false,\"value\":[\"" + FAST + "\"]}}");
    }

    @Test
    void whoeverShowsNothingOrIsNobodyHasTheBaseline() {
        assertThat(told("other", member)).isEqualTo(BASELINE);
        assertThat(told("acme", "nobody-" + member)).isEqualTo(BASELINE);
        assertThat(told("acme", "%{User-Name} of @realm")).isEqualTo(BASELINE);
        assertThat(told("acme", "")).isEqualTo(BASELINE);
    }

    @Test
    void problemsAreOfATypeThatRlmRestReads() {
        Response wrong = authorize("acme", "{\"user\":\"m\"}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.contentType()).startsWith("application/json");
        assertThat(wrong.jsonPath().getString("type")).isEqualTo("urn:standing:problem:invalid");
        assertThat(authorize("acme", "{\"member\":").contentType()).startsWith("application/json");

        Response nobody = given().contentType("application/json").body("{}").post("/v1/radius/authorize");
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.contentType()).startsWith("application/json");
    }

    @Test
    void aRunningSessionIsToldOfARiseWithinFiveSeconds() throws Exception {
        account("acme", "Start", FAST);
        wire.score(member, 2, 720);
        Api.awaitTier(member, "bandwidth", "fastest");
        long begin = System.nanoTime();

        Bench.await("told", () -> server.heard().contains(session + " 1000000000 200000000"));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AT_ONCE);
        assertThat(server.heard()).filteredOn(said -> said.startsWith(session)).hasSize(1);
    }

    @Test
    void aSessionWithinGraceKeepsItsLineAndOneWithoutConsentFalls() throws Exception {
        account("acme", "Start", FAST);
        wire.score(member, 2, 500);
        Api.awaitHeld(member, "bandwidth", "until", until -> !until.isEmpty());
        Thread.sleep(2_500);
        assertThat(server.heard()).noneMatch(said -> said.startsWith(session));

        wire.consent(member, "acme", 2, false);
        Bench.await("told", () -> server.heard().contains(session + " 50000000 10000000"));
    }

    @Test
    void whatIsNotAcknowledgedIsToldAgainAndAnEndedSessionHearsNothing() throws Exception {
        server.answers(AccessServer.NAK);
        account("acme", "Interim-Update", "");
        Bench.await("told a second time", () -> said() >= 2);
        server.answers(AccessServer.ACK);
        long before = said();
        Bench.await("told once more", () -> said() > before);

        account("acme", "Stop", "");
        wire.score(member, 2, 720);
        Api.awaitTier(member, "bandwidth", "fastest");
        Thread.sleep(2_500);
        assertThat(server.heard()).doesNotContain(session + " 1000000000 200000000");
    }

    @Test
    void ofAnotherPartnersSessionNobodyHears() throws Exception {
        account("other", "Start", "");
        Thread.sleep(2_500);
        assertThat(said()).isZero();
    }

    @Test
    void badAccountingIsRefusedByField() {
        Response refused = given().auth()
                .oauth2(Tokens.partner("acme"))
                .contentType("application/json")
                .body("{\"status\":\"Start\",\"server\":\"127.0.0.1\",\"session\":\"" + "s".repeat(254) + "\"}")
                .post("/v1/radius/accounting");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("violations.field", String.class)).containsExactly("session", "member");
    }

    private long said() {
        return server.heard().stream().filter(said -> said.startsWith(session)).count();
    }

    private void account(String partner, String status, String told) {
        assertThat(given().auth()
                        .oauth2(Tokens.partner(partner))
                        .contentType("application/json")
                        .body(Map.of(
                                "status",
                                status,
                                "server",
                                "127.0.0.1",
                                "session",
                                session,
                                "member",
                                member,
                                "class",
                                told))
                        .post("/v1/radius/accounting")
                        .statusCode())
                .isEqualTo(204);
    }

    private static Response authorize(String partner, String body) {
        return given().auth()
                .oauth2(Tokens.partner(partner))
                .contentType("application/json")
                .body(body)
                .post("/v1/radius/authorize");
    }

    private static String told(String partner, String member) {
        Response answer = authorize(partner, "{\"member\":\"" + member + "\"}");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath().getString("'reply:Class'.value[0]");
    }

    /** One access server, of acme's network. */
    public static final class WithServer implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            int port = Ports.free(1).getFirst();
            try {
                Path folder = Files.createTempDirectory(Path.of("target"), "radius");
                Path secret =
                        Files.writeString(folder.resolve("secret"), SECRET).toAbsolutePath();
                String shipped = Files.readString(Path.of("src/main/resources/policies/network.yaml"));
                Path network = Files.writeString(
                        folder.resolve("network.yaml"),
                        shipped.replace(
                                "servers: []",
                                "servers: [{partner: acme, address: 127.0.0.1, port: " + port + ", secretFile: \""
                                        + secret + "\"}]"));
                return Map.of(
                        PORT,
                        String.valueOf(port),
                        "standing.privileges.radius.network",
                        network.toAbsolutePath().toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
