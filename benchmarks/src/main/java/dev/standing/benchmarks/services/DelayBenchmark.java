package dev.standing.benchmarks.services;

import dev.standing.benchmarks.load.Load;
import dev.standing.benchmarks.load.Result;
import dev.standing.benchmarks.load.Shot;
import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import dev.standing.stack.http.Histogram;
import dev.standing.stack.http.Metrics;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long after a record is taken in the privileges stand by it, at a steady rate; as the services' own histograms say. */
@Command(name = "delay", description = "From accept to score and to privilege at a steady rate: p50 and p99")
public final class DelayBenchmark implements Runnable {
    private static final int CONNECTIONS = 64;
    private static final int MEMBERS = 10_000;
    private static final String TO_SCORE = "standing_scoring_accept_to_score_seconds";
    private static final String TO_PRIVILEGE = "standing_privileges_accept_to_privilege_seconds";

    @Option(names = "--per-second", defaultValue = "500", description = "records a second, default ${DEFAULT-VALUE}")
    private int perSecond;

    @Option(names = "--warm-seconds", defaultValue = "60", description = "length before, default ${DEFAULT-VALUE}")
    private int warmSeconds;

    @Option(names = "--seconds", defaultValue = "60", description = "length, default ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--port-base", defaultValue = "18200")
    private int portBase;

    @Override
    public void run() {
        try (Suite suite = Homes.start("delay", portBase);
                Load load = new Load(suite.url(Service.INGEST).getPort(), CONNECTIONS, 202)) {
            Community community = Community.join(suite, MEMBERS);
            String token = community.partnerToken();
            String run = "d" + System.currentTimeMillis();
            Result warm =
                    load.open(Duration.ofSeconds(warmSeconds), perSecond, n -> shot(community, token, run + "w", n));
            System.out.println("while warming, accept: " + warm);
            Metrics scoring = new Metrics(suite, Service.SCORING);
            Metrics privileges = new Metrics(suite, Service.PRIVILEGES);
            Histogram scoredBefore = scoring.now().histogram(TO_SCORE);
            Histogram judgedBefore = privileges.now().histogram(TO_PRIVILEGE);
            Result accepted = load.open(Duration.ofSeconds(seconds), perSecond, n -> shot(community, token, run, n));
            System.out.println("accept:              " + accepted);
            print("accept to score:     ", scoring.now().histogram(TO_SCORE).since(scoredBefore));
            print(
                    "accept to privilege: ",
                    privileges.now().histogram(TO_PRIVILEGE).since(judgedBefore));
        }
    }

    private static void print(String name, Histogram delays) {
        System.out.printf(
                Locale.ROOT,
                "%sp50 %.0f ms, p99 %.0f ms%n",
                name,
                1000 * delays.quantile(0.5),
                1000 * delays.quantile(0.99));
    }

    private static Shot shot(Community community, String token, String run, long n) {
        return Shot.post("/v1/records", token, community.record(run, n));
    }
}
