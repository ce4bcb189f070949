package dev.standing.benchmarks.services;

import dev.standing.stack.Await;
import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import dev.standing.stack.http.Metrics;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * From Kafka to score: scoring is killed, a backlog piles up behind it, and what the launcher starts in its place drains
 * it; beside the same with one transaction a message and a smaller backlog. A backlog that is gone within five seconds would measure
 * the compiler.
 */
@Command(name = "drain", description = "A backlog drained by scoring, beside one transaction per message")
public final class DrainBenchmark implements Runnable {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @Option(names = "--records", defaultValue = "1000000", description = "the backlog, default ${DEFAULT-VALUE}")
    private int records;

    @Option(names = "--members", defaultValue = "10000", description = "whom they are about, default ${DEFAULT-VALUE}")
    private int members;

    @Option(
            names = "--baseline-records",
            defaultValue = "10000",
            description = "the baseline's, default ${DEFAULT-VALUE}")
    private int baselineRecords;

    @Option(names = "--rounds", defaultValue = "3", description = "alternating rounds, default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--port-base", defaultValue = "18200")
    private int portBase;

    @Override
    public void run() {
        Rounds figures = new Rounds("records/s", rounds);
        for (int round = 0; round < rounds; round++) {
            double batched = drain("batched", records, Map.of());
            double single = drain("single", baselineRecords, Map.of("STANDING_SCORING_MAX_BATCH", "1"));
            figures.add(batched, single);
        }
        figures.conclude("batches", "a transaction per message");
    }

    private double drain(String name, int backlog, Map<String, String> settings) {
        try (Suite suite = Homes.start("drain-" + name, portBase, settings)) {
            Metrics scoring = new Metrics(suite, Service.SCORING);
            Community community = Community.join(suite, members);
            pileUp(suite, community, backlog);
            double before = Await.until("scoring scores", PATIENCE, () -> scored(scoring), scored -> scored > 0);
            long start = System.nanoTime();
            double half =
                    Await.until("half are scored", PATIENCE, () -> scored(scoring), scored -> scored >= backlog / 2.0);
            long warm = System.nanoTime();
            double after = Await.until("all are scored", PATIENCE, () -> scored(scoring), scored -> scored >= backlog);
            long end = System.nanoTime();
            System.out.printf(
                    Locale.ROOT,
                    "%s: first half %,.0f records/s, second half %,.0f%n",
                    name,
                    (half - before) * 1e9 / (warm - start),
                    (after - half) * 1e9 / (end - warm));
            return (after - before) * 1e9 / (end - start);
        }
    }

    /** With scoring stopped in its tracks, so that it reads none of it; then it is killed, and its successor reads all. */
    private static void pileUp(Suite suite, Community community, int backlog) {
        Metrics ingest = new Metrics(suite, Service.INGEST);
        double before = published(ingest);
        suite.freeze("scoring-service");
        String run = "b" + System.currentTimeMillis();
        community.stream(n -> community.record(run, n), backlog, community.partnerToken());
        Await.until("all are published", PATIENCE, () -> published(ingest), published -> published - before >= backlog);
        suite.kill("scoring-service");
    }

    private static double scored(Metrics scoring) {
        return scoring.sum("standing_scoring_records_total", "outcome=\"scored\"");
    }

    private static double published(Metrics ingest) {
        return ingest.sum("standing_outbox_published_total", "journal=\"ledger\"");
    }
}
