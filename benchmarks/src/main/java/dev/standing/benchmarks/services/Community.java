package dev.standing.benchmarks.services;

import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Members that allow one partner to send records, and the records that the partner sends. */
final class Community {
    static final String PARTNER = "bench";

    private static final int DAYS = 700;

    private final Suite suite;
    private final int members;
    private final Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);

    private Community(Suite suite, int members) {
        this.suite = suite;
        this.members = members;
    }

    /** Joins members {@code b-0} and up by import, each with consent to the partner's records. */
    static Community join(Suite suite, int members) {
        Community community = new Community(suite, members);
        String lines = LongStream.range(0, members)
                .mapToObj(
                        "{\"member\":\"b-%d\",\"recordConsents\":[\"bench\"],\"social\":true,\"evidence\":\"benchmark\"}"
                                ::formatted)
                .collect(Collectors.joining("\n", "", "\n"));
        String outcome = community.post("/v1/imports/members", suite.command("token", "operator"), lines);
        if (outcome.lines().count() != members) {
            throw new IllegalStateException(
                    "not all members joined: " + outcome.lines().findFirst());
        }
        return community;
    }

    String partnerToken() {
        return suite.command("token", "partner", PARTNER);
    }

    /** Record number {@code n} of a run: unlike any other, spread over members, kinds and days. */
    String record(String run, long n) {
        Instant occurredAt = today.minus(n * 37 % DAYS, ChronoUnit.DAYS);
        String head =
                "{\"id\":\"%s-%d\",\"member\":\"b-%d\",\"occurredAt\":\"%s\",\"amountMinor\":%d,\"currency\":\"USD\","
                        .formatted(run, n, n * 7919 % members, occurredAt, 100 + n % 9000);
        return switch ((int) (n % 4)) {
            case 0 -> head + "\"kind\":\"payment.on-time\"}";
            case 1 -> head + "\"kind\":\"utility.paid\"}";
            default -> head + "\"kind\":\"purchase\",\"merchantCategory\":\"5411\"}";
        };
    }

    /** Sends records through the stream endpoint and returns when every one has its outcome. */
    void stream(LongFunction<String> records, long count, String token) {
        String outcomes = post(
                "/v1/records/stream",
                token,
                LongStream.range(0, count).mapToObj(records).collect(Collectors.joining("\n", "", "\n")));
        long accepted =
                outcomes.lines().filter(line -> line.contains("accepted")).count();
        if (accepted != count) {
            throw new IllegalStateException("accepted " + accepted + " of " + count + ", first outcome: "
                    + outcomes.lines().findFirst().orElse("none"));
        }
    }

    /** Sends lines and reads outcomes at the same time, as the door wants it: it takes no more lines than it may answer. */
    private String post(String path, String token, String lines) {
        Vertx vertx = Vertx.vertx();
        try {
            RequestOptions options = new RequestOptions()
                    .setMethod(HttpMethod.POST)
                    .setHost("127.0.0.1")
                    .setPort(suite.url(Service.INGEST).getPort())
                    .setURI(path)
                    .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/x-ndjson");
            return vertx.createHttpClient()
                    .request(options)
                    .compose(request -> request.send(Buffer.buffer(lines)))
                    .compose(response -> response.body().map(body -> outcome(path, response.statusCode(), body)))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static String outcome(String path, int status, Buffer body) {
        if (status != 200) {
            throw new IllegalStateException(path + " answered " + status + ": " + body);
        }
        return body.toString();
    }
}
