package dev.standing.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.local.test.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands before bodies: methods, targets, protocols and headers, and how connections end. */
@QuarkusTest
class HeadsIT {
    private static final String POST = "POST /v1/records HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    private static final String GET = "GET /v1/nothing HTTP/1.1\r\nHost: x\r\n";

    @Inject
    Vertx vertx;

    @Test
    void toHeadNothingIsSaidButAHead() throws Exception {
        try (Http http = new Http(vertx, HttpVersion.HTTP_2)) {
            HttpClientResponse refused = Http.answer(http.request(HttpMethod.HEAD, "/%zz"));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.getHeader("content-type")).isEqualTo("application/problem+json");
            assertThat(Http.answer(http.request(HttpMethod.GET, "/nowhere")).statusCode())
                    .isIn(401, 404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET / ABC/1.1, 505",
        "PRI * HTTP/2.0, 505",
        "OPTIONS * HTTP/1.1, 400",
        "CONNECT shop.example:443 HTTP/1.1, 400",
        "GET v1/records/r-1 HTTP/1.1, 400",
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECT shop.example:443 HTTP/1.1\r\nHost: x\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n"
            })
    void whatFollowsAHeadThatOthersReadOtherwiseIsNoCall(String head) {
        try (Wire wire = Wire.open(head + "GET /v1/records/r-1 HTTP/1.1\r\nHost: x\r\n\r\n")) {
            assertThat(wire.receive(Duration.ofSeconds(5)))
                    .startsWith("HTTP/1.1 400 ")
                    .containsOnlyOnce("HTTP/1.1 ")
                    .endsWith("[end]");
        }
    }

    @Test
    void whereTheEndOfAConnectionIsAnnouncedItEnds() {
        try (Wire wire = Wire.open(POST + "Content-Length: 50000\r\n\r\n")) {
            assertThat(wire.receive(Duration.ofMillis(500)))
                    .startsWith("HTTP/1.1 401")
                    .containsIgnoringCase("connection: close");
            wire.send("hello");
            assertThat(wire.endsWithin(Duration.ofSeconds(5))).isTrue();
        }
        try (Wire wire = Wire.open(POST + "Content-Length: 50000\r\n\r\n" + "x".repeat(50_000))) {
            String answer = wire.receive(Duration.ofSeconds(3));
            assertThat(answer.toLowerCase(Locale.ROOT).contains("connection: close"))
                    .as(answer)
                    .isEqualTo(answer.endsWith("[end]"));
        }
    }

    /** RFC 9112, 9.6. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 50000\r\n\r\n",
                "Content-Length: 50000\r\n\r\nhello",
                "Transfer-Encoding: chunked\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
            })
    void whatFollowsAnAnswerThatIsTheLastIsNotAnswered(String begun) {
        String end = begun.startsWith("T") ? "0\r\n\r\n" : "x".repeat(begun.endsWith("hello") ? 49_995 : 50_000);
        try (Wire wire = Wire.open(POST + begun)) {
            assertThat(wire.receive(Duration.ofMillis(500)))
                    .startsWith("HTTP/1.1 401")
                    .containsIgnoringCase("connection: close");
            wire.send(end + (GET + "\r\n").repeat(5));
            assertThat(wire.receive(Duration.ofSeconds(5))).isEqualTo("[end]");
        }
        for (String next : List.of(GET + "\r\n", GET + "Content-Length: +5\r\n\r\n", "GARBAGE\r\n\r\n")) {
            try (Wire wire = Wire.open(POST + begun + end + next + GET + "\r\n")) {
                assertThat(wire.receive(Duration.ofSeconds(5)))
                        .startsWith("HTTP/1.1 401")
                        .containsOnlyOnce("HTTP/1.1 ")
                        .containsIgnoringCase("connection: close")
                        .endsWith("[end]");
            }
        }
    }

    /** What is broken behind it is another call's, and where it is its own, the answer was there before. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                GET + "\r\n",
                GET + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                GET + "Content-Length: 5\r\n\r\nhello"
            })
    void aCallIsAnsweredWhateverBrokenHeadIsBehindIt(String call) {
        for (String broken : List.of("GARBAGE\r\n\r\n", "GET /" + "a".repeat(70_000) + " HTTP/1.1\r\n\r\n")) {
            try (Wire wire = Wire.open(call + broken)) {
                String answers = wire.receive(Duration.ofSeconds(5));
                assertThat(answers).startsWith("HTTP/1.1 404").endsWith("[end]");
                assertThat(answers.split("HTTP/1\\.[01] ", -1)).hasSizeBetween(2, 3);
            }
        }
    }

    @Test
    void aRefusalArrivesWhereItsBodyIsBrokenAtOnce() {
        try (Wire wire = Wire.open(POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n123")) {
            assertThat(wire.receive(Duration.ofSeconds(5)))
                    .startsWith("HTTP/1.1 40")
                    .containsOnlyOnce("HTTP/1.")
                    .contains("\"status\":40")
                    .endsWith("[end]");
        }
    }

    @Test
    void whoAsksForTheEndOfItsConnectionIsRefusedInWholeWordsFirst() {
        try (Wire wire = Wire.open(
                POST + "Connection: close\r\nContent-Length: 50000\r\n\r\n" + "x".repeat(50_000) + GET + "\r\n")) {
            assertThat(wire.receive(Duration.ofSeconds(5)))
                    .startsWith("HTTP/1.1 401")
                    .containsOnlyOnce("HTTP/1.1 ")
                    .contains("\"status\":401")
                    .endsWith("[end]");
        }
    }

    @Test
    void aCallThatIsRefusedBeforeItsLittleBodyIsReadLeavesItsConnectionToTheNext() {
        try (Wire wire = Wire.open(POST + "Content-Length: 5\r\n\r\n")) {
            assertThat(wire.receive(Duration.ofMillis(500)))
                    .startsWith("HTTP/1.1 401")
                    .doesNotContainIgnoringCase("connection: close");
            wire.send("hel");
            wire.send("lo" + POST + "Content-Length: 5\r\n\r\nhelloGET /v1/nothing HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(wire.receive(Duration.ofMillis(1_500)))
                    .containsOnlyOnce("HTTP/1.1 401")
                    .containsOnlyOnce("HTTP/1.1 404")
                    .doesNotContain("[end]");
        }
    }

    @Test
    void whoIsRefusedAndSendsNoneOfALittleBodyIsNotWaitedFor() {
        try (Wire wire = Wire.open(POST + "Content-Length: 5\r\n\r\nhel")) {
            assertThat(wire.receive(Duration.ofSeconds(5)))
                    .startsWith("HTTP/1.1 401")
                    .endsWith("[end]");
        }
    }

    @Test
    void onHttp2HeadsThatCannotBeReadAreToldAndLeaveTheirConnectionAlone() throws Exception {
        Community community = Community.create();
        try (Http http = new Http(vertx, HttpVersion.HTTP_2)) {
            HttpClientRequest beside = http.post("/v1/records", community);
            beside.write(Buffer.buffer("{"));

            told(http.request(HttpMethod.GET, "/" + "a".repeat(9_000)), 414);
            told(http.request(HttpMethod.GET, "/v1").putHeader("x-long", "a".repeat(30_000)), 431);
            told(http.request(HttpMethod.GET, "/v1?%ff"), 400);
            told(http.request(HttpMethod.GET, "v1"), 400);

            beside.end(community.purchase("r-1", 5).substring(1));
            assertThat(Http.await(beside.response()).statusCode()).isEqualTo(202);
        }
    }

    private static void told(HttpClientRequest request, int status) throws Exception {
        // Asked for before the answer can be there: a body that nobody waits for when it comes is passed over.
        Future<Buffer> body = request.response().compose(HttpClientResponse::body);
        HttpClientResponse answer = Http.answer(request);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.getHeader(HttpHeaders.CONTENT_TYPE)).isEqualTo("application/problem+json");
        assertThat(Http.await(body).toString()).contains("\"status\":" + status);
    }

    @Test
    void whoSpeaksAnotherProtocolIsNoFaultOfOurs() throws Exception {
        try (LoggedErrors errors = new LoggedErrors()) {
            for (String garbage : List.of("garbage", "SM\r\n\r\ngarbage that is no frame of HTTP/2", "SM\r\n\r\n")) {
                try (Wire wire = Wire.open("PRI * HTTP/2.0\r\n\r\n" + garbage)) {
                    wire.receive(Duration.ofSeconds(1));
                }
            }
            assertThat(errors.messages()).isEmpty();
        }
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
}
