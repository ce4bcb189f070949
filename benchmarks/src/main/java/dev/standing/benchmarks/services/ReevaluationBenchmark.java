package dev.standing.benchmarks.services;

import dev.standing.benchmarks.load.Load;
import dev.standing.benchmarks.load.Shot;
import dev.standing.stack.Await;
import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import dev.standing.stack.http.Answer;
import dev.standing.stack.http.Client;
import dev.standing.stack.http.Histogram;
import dev.standing.stack.http.Metrics;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long records wait to be scored while everybody is evaluated anew, beside the same without; as the service's own metrics say. */
@Command(
        name = "reevaluation",
        description = "From accept to score while everybody is evaluated anew: p50, p99 and the longest, beside none")
public final class ReevaluationBenchmark implements Runnable {
    private static final int CONNECTIONS = 16;
    private static final String TO_SCORE = "standing_scoring_accept_to_score_seconds";
    private static final String SCORED = "standing_scoring_records_total";
    private static final String REEVALUATIONS = "standing_scoring_reevaluation_seconds";
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    /** The longest that a metric knows is that of the last minute at most. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private static final int LOOKS_TO_FORGET = 7;

    @Option(names = "--members", defaultValue = "200000", description = "how many, default ${DEFAULT-VALUE}")
    private int members;

    @Option(names = "--records-each", defaultValue = "5", description = "records of each, default ${DEFAULT-VALUE}")
    private int recordsEach;

    @Option(names = "--per-second", defaultValue = "100", description = "records a second, default ${DEFAULT-VALUE}")
    private int perSecond;

    @Option(names = "--port-base", defaultValue = "18200")
    private int portBase;

    private int shots;

    @Override
    public void run() {
        try (Suite suite = Homes.start("reevaluation", portBase);
                Load load = new Load(suite.url(Service.INGEST).getPort(), CONNECTIONS, 202)) {
            Community community = Community.join(suite, members);
            community.befriend();
            String token = community.partnerToken();
            Metrics scoring = new Metrics(suite, Service.SCORING);
            fill(community, token, scoring);
            Runnable some = () -> load.open(LOOK_EVERY, perSecond, shots(community, token));
            times(LOOKS_TO_FORGET, some);
            Delays without = new Delays(scoring);
            times(LOOKS_TO_FORGET, () -> {
                some.run();
                without.look();
            });
            without.print("without re-evaluation:  accept to score");
            meanwhile(suite, scoring, some);
        }
    }

    private void meanwhile(Suite suite, Metrics scoring, Runnable some) {
        Client operator = new Client(suite, suite.command("token", "operator"));
        double ended = scoring.sum(REEVALUATIONS + "_count");
        double seconds = scoring.sum(REEVALUATIONS + "_sum");
        Delays delays = new Delays(scoring);
        CompletableFuture<Answer> asked =
                CompletableFuture.supplyAsync(() -> operator.post(Service.SCORING, "/v1/re-evaluations", null));
        do {
            some.run();
            delays.look();
        } while (scoring.sum(REEVALUATIONS + "_count") == ended);
        asked.cancel(true);
        delays.print("during a re-evaluation: accept to score");
        System.out.printf(
                Locale.ROOT,
                "%d members evaluated anew in %.0f s%n",
                members,
                scoring.sum(REEVALUATIONS + "_sum") - seconds);
    }

    private void fill(Community community, String token, Metrics scoring) {
        long records = (long) members * recordsEach;
        String first = "r" + System.currentTimeMillis();
        double before = scoring.sum(SCORED);
        community.stream(n -> community.record(first, n), records, token);
        Await.until("all are scored", PATIENCE, () -> scoring.sum(SCORED) - before, scored -> scored >= records);
    }

    private static void times(int times, Runnable what) {
        for (int i = 0; i < times; i++) {
            what.run();
        }
    }

    private LongFunction<Shot> shots(Community community, String token) {
        String run = "s" + System.currentTimeMillis() + "-" + shots++;
        return n -> Shot.post("/v1/records", token, community.record(run, n));
    }

    /** From a record taken in to its score, since this was made. */
    private static final class Delays {
        private final Metrics scoring;
        private final Histogram before;
        private double longestInSeconds;

        Delays(Metrics scoring) {
            this.scoring = scoring;
            this.before = scoring.now().histogram(TO_SCORE);
        }

        void look() {
            longestInSeconds = Math.max(
                    longestInSeconds, scoring.now().max(TO_SCORE + "_max").orElse(0));
        }

        void print(String what) {
            Histogram delays = scoring.now().histogram(TO_SCORE).since(before);
            System.out.printf(
                    Locale.ROOT,
                    "%s p50 %.0f ms, p99 %.0f ms, longest %.0f ms%n",
                    what,
                    1000 * delays.quantile(0.5),
                    1000 * delays.quantile(0.99),
                    1000 * longestInSeconds);
        }
    }
}
