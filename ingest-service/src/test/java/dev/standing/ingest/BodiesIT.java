package dev.standing.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.data.Index;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as protocols bring them. */
@QuarkusTest
class BodiesIT {
    private static final Buffer PIECE = Buffer.buffer(" ".repeat(16 * 1024));
    private static final int OVER_THE_LIMIT = 80;

    @Inject
    Vertx vertx;

    private final URI service = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void aBodyOfUndeclaredLengthIsTakenUnderTheLimitAndRefusedOverIt(HttpVersion version) throws Exception {
        Community community = Community.create();
        try (Http http = new Http(vertx, version)) {
            HttpClientRequest small = http.post("/v1/records", community);
            small.write(Buffer.buffer(community.purchase("r-1", 5)));
            assertThat(Http.answer(small).statusCode()).isEqualTo(202);

            HttpClientRequest large = http.post("/v1/records", community);
            for (int i = 0; i < OVER_THE_LIMIT; i++) {
                large.write(PIECE);
            }
            HttpClientResponse refused = Http.answer(large);
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.getHeader(HttpHeaders.CONTENT_TYPE)).startsWith("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onHttp2OneBodyOverTheLimitLeavesTheOthersOfItsConnectionAlone(boolean declared) throws Exception {
        Community community = Community.create();
        try (Http http = new Http(vertx, HttpVersion.HTTP_2)) {
            HttpClientRequest beside = http.post("/v1/records", community);
            beside.write(Buffer.buffer("{"));
            HttpClientRequest large = http.post("/v1/records", community);
            if (declared) {
                large.putHeader(HttpHeaders.CONTENT_LENGTH, "900000000");
            }
            for (int i = 0; i < OVER_THE_LIMIT; i++) {
                large.write(PIECE);
            }
            assertThat(Http.await(large.response()).statusCode()).isEqualTo(413);

            beside.end(community.purchase("r-1", 5).substring(1));

            assertThat(Http.await(beside.response()).statusCode()).isEqualTo(202);
            HttpClientRequest after = http.post("/v1/records", community);
            after.write(Buffer.buffer(community.purchase("r-2", 5)));
            assertThat(Http.answer(after).statusCode()).isEqualTo(202);
            assertThat(after.connection()).isSameAs(beside.connection()).isSameAs(large.connection());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/records", "/v1/records/batch", "/v1/records/stream"})
    void aCompressedBodyIsRefusedAndNotCalledBroken(String path) throws IOException {
        Community community = Community.create();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(community.purchase("r-1", 5).getBytes(StandardCharsets.UTF_8));
        }
        given().auth()
                .oauth2(Tokens.partner(community.partner()))
                .contentType(path.endsWith("stream") ? "application/x-ndjson" : "application/json")
                .header("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post(path)
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("Content-Encoding"));
    }

    @Test
    void whatIsNoUtf8IsRefusedOnEveryRouteAndOfAStreamTheLineAlone() {
        Community community = Community.create();
        String wrong = overlong(community.purchase("r-1", 5));
        String good = community.purchase("r-2", 5);
        for (String body : List.of(wrong, "[" + good + "," + wrong + "]")) {
            send(community, body.startsWith("[") ? "/v1/records/batch" : "/v1/records", "application/json", body)
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("detail", equalTo("The text is not UTF-8"));
        }

        String answers = send(community, "/v1/records/stream", "application/x-ndjson", wrong + "\n" + good + "\n")
                .statusCode(200)
                .extract()
                .asString();

        assertThat(answers.lines().toList())
                .hasSize(2)
                .satisfies(line -> assertThat(line).contains("The text is not UTF-8"), Index.atIndex(0))
                .satisfies(line -> assertThat(line).contains("accepted"), Index.atIndex(1));
        given().auth()
                .oauth2(Tokens.member(community.member()))
                .contentType("application/json")
                .body(overlong("{\"granted\":true,\"evidence\":\"odd\"}").getBytes(StandardCharsets.ISO_8859_1))
                .put("/v1/members/" + community.member() + "/consents/social")
                .then()
                .statusCode(400)
                .body("detail", equalTo("The text is not UTF-8"));
    }

    /** The first d is written as two bytes, which old readers take for it. */
    private static String overlong(String json) {
        return json.replaceFirst("d", "\u00c1\u00a4");
    }

    private static ValidatableResponse send(Community community, String path, String type, String body) {
        return community
                .posts(path, type, body.getBytes(StandardCharsets.ISO_8859_1))
                .then();
    }

    @Test
    void whoLeavesInTheMiddleOfABodyIsNoFaultOfOurs() throws Exception {
        Community community = Community.create();
        try (LoggedErrors errors = new LoggedErrors()) {
            for (int i = 0; i < 3; i++) {
                try (Socket socket = new Socket(service.getHost(), service.getPort())) {
                    String head = "POST /v1/records HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Authorization: Bearer " + Tokens.partner(community.partner())
                            + "\r\nContent-Length: 500000\r\n\r\n" + " ".repeat(100_000);
                    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().flush();
                    TimeUnit.MILLISECONDS.sleep(300);
                }
            }
            TimeUnit.SECONDS.sleep(1);
            assertThat(errors.messages()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n", "-1\r\n"})
    void brokenChunksAreToldAndEndTheConnection(String chunk) {
        Community community = Community.create();
        String head = Wire.head("/v1/records", "application/json", community.partner(), "Transfer-Encoding: chunked");
        try (Wire wire = Wire.open(head)) {
            wire.send(chunk);
            assertThat(wire.receive(Duration.ofSeconds(5)))
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "chunks are not as HTTP wants them")
                    .containsOnlyOnce("HTTP/1.")
                    .endsWith("[end]");
        }
    }

    /** RFC 9112, 9.6: behind a body that is too large, and behind a head that others may read otherwise. */
    @Test
    void aRecordThatFollowsAnAnswerThatIsTheLastIsNotTakenIn() {
        Community community = Community.create();
        String large = Wire.head("/v1/records", "application/json", community.partner(), "Content-Length: 2000000");
        String record = community.purchase("r-1", 5);
        String next = Wire.head(
                        "/v1/records",
                        "application/json",
                        community.partner(),
                        "Content-Length: " + record.getBytes(StandardCharsets.UTF_8).length)
                + record;
        try (Wire wire = Wire.open(large + " ".repeat(2_000_000) + next)) {
            assertThat(wire.receive(Duration.ofSeconds(5)))
                    .startsWith("HTTP/1.1 413")
                    .containsOnlyOnce("HTTP/1.1 ")
                    .endsWith("[end]");
        }
        String looked = "GET /v1/records/r-1 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + Tokens.partner(community.partner()) + "\r\n\r\n";
        try (Wire wire = Wire.open(looked + "CONNECT shop.example:443 HTTP/1.1\r\nHost: x\r\n\r\n" + next)) {
            assertThat(wire.receive(Duration.ofSeconds(5)))
                    .startsWith("HTTP/1.1 404")
                    .containsOnlyOnce("HTTP/1.1 400")
                    .endsWith("[end]");
        }
        given().auth()
                .oauth2(Tokens.partner(community.partner()))
                .get("/v1/records/r-1")
                .then()
                .statusCode(404);
    }
}
