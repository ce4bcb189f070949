package dev.standing.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
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
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.data.Index;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        HttpClient client = client(version);
        try {
            HttpClientRequest small = post(client, "/v1/records", community);
            small.write(Buffer.buffer(community.purchase("r-1", 5)));
            assertThat(answer(small).statusCode()).isEqualTo(202);

            HttpClientRequest large = post(client, "/v1/records", community);
            for (int i = 0; i < OVER_THE_LIMIT; i++) {
                large.write(PIECE);
            }
            HttpClientResponse refused = answer(large);
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.getHeader(HttpHeaders.CONTENT_TYPE)).startsWith("application/problem+json");
        } finally {
            client.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onHttp2OneBodyOverTheLimitLeavesTheOthersOfItsConnectionAlone(boolean declared) throws Exception {
        Community community = Community.create();
        HttpClient client = client(HttpVersion.HTTP_2);
        try {
            HttpClientRequest beside = post(client, "/v1/records", community);
            beside.write(Buffer.buffer("{"));
            HttpClientRequest large = post(client, "/v1/records", community);
            if (declared) {
                large.putHeader(HttpHeaders.CONTENT_LENGTH, "900000000");
            }
            for (int i = 0; i < OVER_THE_LIMIT; i++) {
                large.write(PIECE);
            }
            assertThat(await(large.response()).statusCode()).isEqualTo(413);

            beside.end(community.purchase("r-1", 5).substring(1));

            assertThat(await(beside.response()).statusCode()).isEqualTo(202);
            HttpClientRequest after = post(client, "/v1/records", community);
            after.write(Buffer.buffer(community.purchase("r-2", 5)));
            assertThat(answer(after).statusCode()).isEqualTo(202);
            assertThat(after.connection()).isSameAs(beside.connection()).isSameAs(large.connection());
        } finally {
            client.close();
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
        return given().auth()
                .oauth2(Tokens.partner(community.partner()))
                .contentType(type)
                .body(body.getBytes(StandardCharsets.ISO_8859_1))
                .post(path)
                .then();
    }

    @Test
    void whoLeavesInTheMiddleOfABodyIsNoFaultOfOurs() throws Exception {
        Community community = Community.create();
        List<LogRecord> errors = new CopyOnWriteArrayList<>();
        Handler listener = listener(errors);
        Logger.getLogger("").addHandler(listener);
        try {
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
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
        assertThat(errors).extracting(LogRecord::getMessage).isEmpty();
    }

    @Test
    void toHeadNothingIsSaidButAHead() throws Exception {
        HttpClient client = client(HttpVersion.HTTP_2);
        try {
            HttpClientResponse refused = answer(await(client.request(HttpMethod.HEAD, "/%zz")));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.getHeader("content-type")).isEqualTo("application/problem+json");
            assertThat(answer(await(client.request(HttpMethod.GET, "/nowhere"))).statusCode())
                    .isIn(401, 404);
        } finally {
            client.close();
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

    @ParameterizedTest
    @CsvSource({
        "GET / ABC/1.1, 505",
        "GET // HTTP/1.1, 400",
        "GET //v1/records/r-1 HTTP/1.1, 400",
        "GET /v1//records/r-1 HTTP/1.1, 400",
        "GET /v1/records/%ff HTTP/1.1, 400",
        "GET /v1/records/r-1?%ff HTTP/1.1, 400",
        "GET /v1/records/r-1?x=%ff HTTP/1.1, 400"
    })
    void whatACallNamesIsReadByOneRuleAndToldInHttp(String line, int status) {
        try (Wire wire = Wire.open(line + "\r\nHost: x\r\nConnection: close\r\n\r\n")) {
            assertThat(wire.receive(Duration.ofSeconds(5)))
                    .startsWith("HTTP/1.1 " + status + " ")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("\"status\":" + status)
                    .containsOnlyOnce("HTTP/1.1 " + status)
                    .endsWith("[end]");
        }
    }

    @Test
    void whereTheEndOfAConnectionIsAnnouncedItEnds() {
        String head = "POST /v1/records HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
        try (Wire wire = Wire.open(head + "Content-Length: 5\r\n\r\n")) {
            assertThat(wire.receive(Duration.ofMillis(500)))
                    .startsWith("HTTP/1.1 401")
                    .containsIgnoringCase("connection: close");
            wire.send("hello");
            assertThat(wire.endsWithin(Duration.ofSeconds(5))).isTrue();
        }
        try (Wire wire = Wire.open(head + "Content-Length: 5\r\n\r\nhello")) {
            String answer = wire.receive(Duration.ofSeconds(3));
            assertThat(answer.toLowerCase(Locale.ROOT).contains("connection: close"))
                    .as(answer)
                    .isEqualTo(answer.endsWith("[end]"));
        }
    }

    @Test
    void onHttp2HeadsThatCannotBeReadAreToldAndLeaveTheirConnectionAlone() throws Exception {
        Community community = Community.create();
        HttpClient client = client(HttpVersion.HTTP_2);
        try {
            HttpClientRequest beside = post(client, "/v1/records", community);
            beside.write(Buffer.buffer("{"));

            told(await(client.request(HttpMethod.GET, "/" + "a".repeat(9_000))), 414);
            told(await(client.request(HttpMethod.GET, "/v1")).putHeader("x-long", "a".repeat(30_000)), 431);
            told(await(client.request(HttpMethod.GET, "/v1?%ff")), 400);

            beside.end(community.purchase("r-1", 5).substring(1));
            assertThat(await(beside.response()).statusCode()).isEqualTo(202);
        } finally {
            client.close();
        }
    }

    private static void told(HttpClientRequest request, int status) throws Exception {
        // Asked for before the answer can be there: a body that nobody waits for when it comes is passed over.
        Future<Buffer> body = request.response().compose(HttpClientResponse::body);
        HttpClientResponse answer = answer(request);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.getHeader(HttpHeaders.CONTENT_TYPE)).isEqualTo("application/problem+json");
        assertThat(await(body).toString()).contains("\"status\":" + status);
    }

    @Test
    void whoSpeaksAnotherProtocolIsNoFaultOfOurs() throws Exception {
        List<LogRecord> errors = new CopyOnWriteArrayList<>();
        Handler listener = listener(errors);
        Logger.getLogger("").addHandler(listener);
        try {
            for (String garbage : List.of("garbage", "SM\r\n\r\ngarbage that is no frame of HTTP/2", "SM\r\n\r\n")) {
                try (Wire wire = Wire.open("PRI * HTTP/2.0\r\n\r\n" + garbage)) {
                    wire.receive(Duration.ofSeconds(1));
                }
            }
        } finally {
            Logger.getLogger("").removeHandler(listener);
        }
        assertThat(errors).extracting(LogRecord::getMessage).isEmpty();
    }

    @Test
    void connectionsThatComeWhileItStopsAreNotToldOneByOne() {
        assertThat(Logger.getLogger("io.netty.bootstrap.ServerBootstrap").isLoggable(Level.WARNING))
                .as("Failed to register an accepted channel")
                .isFalse();
    }

    @Test
    void noCacheKeepsWhatIsPersonal() {
        Community community = Community.create();
        community.send(community.purchase("r-1", 5)).then().header("Cache-Control", "no-store");
        given().auth()
                .oauth2(Tokens.member(community.member()))
                .get("/v1/members/" + community.member() + "/consents")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store");
    }

    private HttpClient client(HttpVersion version) {
        return vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(version)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MaxPoolSize(1)
                .setDefaultHost(service.getHost())
                .setDefaultPort(service.getPort()));
    }

    private static HttpClientRequest post(HttpClient client, String path, Community community) throws Exception {
        return await(client.request(HttpMethod.POST, path))
                .setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + Tokens.partner(community.partner()));
    }

    private static HttpClientResponse answer(HttpClientRequest request) throws Exception {
        request.end();
        return await(request.response());
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static Handler listener(List<LogRecord> errors) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                boolean brokers = line.getLoggerName().startsWith("org.apache.kafka");
                if (line.getLevel().intValue() >= Level.SEVERE.intValue() && !brokers) {
                    errors.add(line);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
