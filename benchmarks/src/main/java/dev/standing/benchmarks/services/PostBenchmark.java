package dev.standing.benchmarks.services;

import dev.standing.benchmarks.load.Load;
import dev.standing.benchmarks.load.Result;
import dev.standing.benchmarks.load.Shot;
import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * POST of single records from the first second of a start on, then warm, then at four fifths of what was reached; first beside the
 * suite that digests the same records, then with ingest, PostgreSQL and Kafka alone; beside a GET that the same service answers
 * without looking at a token.
 */
@Command(
        name = "post",
        description = "POST /v1/records with 64 connections, cold and steady, beside a GET without a token")
public final class PostBenchmark implements Runnable {
    private static final int CONNECTIONS = 64;
    private static final int MEMBERS = 10_000;
    private static final int ACCEPTED = 202;
    private static final int UNAUTHORIZED = 401;
    private static final double SHARE = 0.8;

    @Option(names = "--cold-seconds", defaultValue = "10", description = "after the start, default ${DEFAULT-VALUE}")
    private int coldSeconds;

    @Option(names = "--warm-seconds", defaultValue = "60", description = "not measured, default ${DEFAULT-VALUE}")
    private int warmSeconds;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "length of what is measured, default ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--port-base", defaultValue = "18200")
    private int portBase;

    @Override
    public void run() {
        try (Suite suite = Homes.start("post", portBase);
                Load load = new Load(suite.url(Service.INGEST).getPort(), CONNECTIONS, ACCEPTED);
                Load strangers = new Load(suite.url(Service.INGEST).getPort(), CONNECTIONS, UNAUTHORIZED)) {
            Records records = new Records(Community.join(suite, MEMBERS), load);
            Result cold = records.closed(coldSeconds);
            print("in the first %d s".formatted(coldSeconds), cold);
            records.closed(warmSeconds);
            Result steady = records.closed(seconds);
            print("steady, whole suite", steady);
            print("at four fifths of it", records.open(seconds / 2, (int) (SHARE * steady.perSecond())));
            suite.freeze("scoring-service");
            suite.freeze("privileges-service");
            Result alone = records.closed(seconds / 2);
            print("steady, ingest alone", alone);
            Duration length = Duration.ofSeconds(Math.max(1, seconds / 4));
            strangers.closed(length, n -> Shot.get("/v1/records/none", ""));
            Result refused = strangers.closed(length, n -> Shot.get("/v1/records/none", ""));
            print("GET without a token", refused);
            System.out.printf(
                    Locale.ROOT,
                    "cold of steady %.2f, ingest alone of GET without a token %.2f%n",
                    cold.perSecond() / steady.perSecond(),
                    alone.perSecond() / refused.perSecond());
        }
    }

    private static void print(String what, Result result) {
        System.out.printf(Locale.ROOT, "%-22s%s%n", what + ":", result);
    }

    /** Records of one partner, none twice. */
    private static final class Records {
        private final Community community;
        private final Load load;
        private final String token;
        private final String run = "p" + System.currentTimeMillis();
        private int part;

        Records(Community community, Load load) {
            this.community = community;
            this.load = load;
            this.token = community.partnerToken();
        }

        Result closed(int seconds) {
            String id = run + "-" + part++;
            return load.closed(Duration.ofSeconds(seconds), n -> shot(id, n));
        }

        Result open(int seconds, int perSecond) {
            String id = run + "-" + part++;
            return load.open(Duration.ofSeconds(seconds), perSecond, n -> shot(id, n));
        }

        private Shot shot(String id, long n) {
            return Shot.post("/v1/records", token, community.record(id, n));
        }
    }
}
