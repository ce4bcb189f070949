package dev.standing.benchmarks.services;

import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import dev.standing.stack.http.Client;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
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
        community.send(
                "/v1/imports/members",
                suite.command("token", "operator"),
                members,
                "{\"member\":\"b-%d\",\"recordConsents\":[\"bench\"],\"social\":true,\"evidence\":\"benchmark\"}"
                        ::formatted,
                "");
        return community;
    }

    /** Ties everybody to four others. */
    void befriend() {
        send(
                "/v1/imports/ties",
                suite.command("token", "operator"),
                2L * members,
                n -> "{\"a\":\"b-%d\",\"b\":\"b-%d\",\"weight\":1,\"evidence\":\"benchmark\"}"
                        .formatted(n / 2, (n / 2 + (n % 2 == 0 ? 1 : 7919)) % members),
                "");
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
        send("/v1/records/stream", token, count, records, "accepted");
    }

    /**
     * Sends lines and reads outcomes at the same time, as the door wants it: it takes no more lines than it may answer. Each
     * outcome has to have {@code good} in it.
     */
    private void send(String path, String token, long count, LongFunction<String> lines, String good) {
        AtomicLong taken = new AtomicLong();
        AtomicReference<String> other = new AtomicReference<>("none");
        int status = new Client(suite, token)
                .stream(Service.INGEST, path)
                        .send(LongStream.range(0, count).mapToObj(lines).iterator(), outcome -> {
                            if (outcome.contains(good)) {
                                taken.incrementAndGet();
                            } else {
                                other.compareAndSet("none", outcome);
                            }
                        });
        if (status != 200 || taken.get() != count) {
            throw new IllegalStateException(path + " answered " + status + " and took " + taken + " of " + count
                    + ", first of the others: " + other);
        }
    }
}
