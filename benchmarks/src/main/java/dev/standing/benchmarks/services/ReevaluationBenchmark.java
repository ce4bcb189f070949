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
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long records wait to be scored while everybody is evaluated anew, beside the same without; and how many are as a day passes. As the
 * service's own metrics say.
 */
@Command(
        name = "reevaluation",
        description =
                "From accept to score while everybody is evaluated anew: p50, p99 and all, beside the same without")
public final class ReevaluationBenchmark implements Runnable {
    private static final int CONNECTIONS = 16;
    private static final String TO_SCORE = "standing_scoring_accept_to_score_seconds";
    private static final String SCORED = "standing_scoring_records_total";
    private static final String REEVALUATIONS = "standing_scoring_reevaluation_seconds";
    /** By this release's own hand, so that until when readings hold is believed. */
    private static final String A_DAY_BACK = """
            begin;
            update scoring.evaluation set day = day - 1, kept_in = pg_current_xact_id();
            update scoring.member set day = day - 1, until_day = until_day - 1;
            commit
            """;

    private static final String READ_TODAY =
            "select count(*) from scoring.member m join scoring.evaluation e on m.day = e.day";
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    @Option(names = "--members", defaultValue = "200000", description = "how many, default ${DEFAULT-VALUE}")
    private int members;

    @Option(names = "--records-each", defaultValue = "5", description = "records of each, default ${DEFAULT-VALUE}")
    private int recordsEach;

    @Option(names = "--per-second", defaultValue = "100", description = "records a second, default ${DEFAULT-VALUE}")
    private int perSecond;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "length before, and before that to warm, default ${DEFAULT-VALUE}")
    private int seconds;

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
            Duration length = Duration.ofSeconds(seconds);
            load.open(length, perSecond, shots(community, token));
            Histogram before = scoring.now().histogram(TO_SCORE);
            load.open(length, perSecond, shots(community, token));
            print("without re-evaluation:  accept to score", scoring, before);
            meanwhile(suite, scoring, () -> load.open(LOOK_EVERY, perSecond, shots(community, token)));
            aDayPasses(suite, scoring);
        }
    }

    /** What is stored goes back by a day, and who leads next comes to today. */
    private void aDayPasses(Suite suite, Metrics scoring) {
        suite.freeze("scoring-service");
        try (Connection connection = Databases.connect(suite, "scoring");
                Statement statement = connection.createStatement()) {
            statement.execute(A_DAY_BACK);
            suite.kill("scoring-service");
            Await.until(
                    "the day is kept up with",
                    PATIENCE,
                    () -> scoring.sum(REEVALUATIONS + "_count"),
                    ended -> ended > 0);
            try (ResultSet read = statement.executeQuery(READ_TODAY)) {
                read.next();
                System.out.printf(
                        Locale.ROOT,
                        "as a day passes: %d of %d members evaluated anew in %.1f s%n",
                        read.getLong(1),
                        members,
                        scoring.sum(REEVALUATIONS + "_sum"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void meanwhile(Suite suite, Metrics scoring, Runnable some) {
        Client operator = new Client(suite, suite.command("token", "operator"));
        double ended = scoring.sum(REEVALUATIONS + "_count");
        double took = scoring.sum(REEVALUATIONS + "_sum");
        Histogram before = scoring.now().histogram(TO_SCORE);
        CompletableFuture<Answer> asked =
                CompletableFuture.supplyAsync(() -> operator.post(Service.SCORING, "/v1/re-evaluations", null));
        do {
            some.run();
        } while (scoring.sum(REEVALUATIONS + "_count") == ended);
        asked.cancel(true);
        print("during a re-evaluation: accept to score", scoring, before);
        System.out.printf(
                Locale.ROOT,
                "%d members evaluated anew in %.0f s%n",
                members,
                scoring.sum(REEVALUATIONS + "_sum") - took);
    }

    private void fill(Community community, String token, Metrics scoring) {
        long records = (long) members * recordsEach;
        String first = "r" + System.currentTimeMillis();
        double before = scoring.sum(SCORED);
        community.stream(n -> community.record(first, n), records, token);
        Await.until("all are scored", PATIENCE, () -> scoring.sum(SCORED) - before, scored -> scored >= records);
    }

    private LongFunction<Shot> shots(Community community, String token) {
        String run = "s" + System.currentTimeMillis() + "-" + shots++;
        return n -> Shot.post("/v1/records", token, community.record(run, n));
    }

    private static void print(String what, Metrics scoring, Histogram before) {
        Histogram delays = scoring.now().histogram(TO_SCORE).since(before);
        System.out.printf(
                Locale.ROOT,
                "%s p50 %.0f ms, p99 %.0f ms, all within %.0f ms%n",
                what,
                1000 * delays.quantile(0.5),
                1000 * delays.quantile(0.99),
                1000 * delays.quantile(1));
    }
}
