package dev.standing.benchmarks.services;

import dev.standing.stack.Suite;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongFunction;

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
        new LineLoad(suite, "/v1/imports/members", suite.command("token", "operator"))
                .perSecond(
                        members,
                        "{\"member\":\"b-%d\",\"recordConsents\":[\"bench\"],\"social\":true,\"evidence\":\"benchmark\"}"
                                ::formatted,
                        "");
        return community;
    }

    /** Ties everybody to four others. */
    void befriend() {
        new LineLoad(suite, "/v1/imports/ties", suite.command("token", "operator"))
                .perSecond(
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
        // Not formatted: who sends shares the processors with what is measured.
        String head = "{\"id\":\"" + run + "-" + n + "\",\"member\":\"b-" + n * 7919 % members + "\",\"occurredAt\":\""
                + occurredAt + "\",\"amountMinor\":" + (100 + n % 9000) + ",\"currency\":\"USD\",";
        return switch ((int) (n % 4)) {
            case 0 -> head + "\"kind\":\"payment.on-time\"}";
            case 1 -> head + "\"kind\":\"utility.paid\"}";
            default -> head + "\"kind\":\"purchase\",\"merchantCategory\":\"5411\"}";
        };
    }

    /** Sends records through the stream endpoint, and says how many of them a second got their outcomes. */
    double stream(LongFunction<String> records, long count, String token) {
        return new LineLoad(suite, "/v1/records/stream", token).perSecond(count, records, "accepted");
    }
}
