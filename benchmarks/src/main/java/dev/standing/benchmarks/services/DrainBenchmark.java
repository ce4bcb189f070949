package dev.standing.benchmarks.services;

import dev.standing.benchmarks.suite.Metrics;
import dev.standing.benchmarks.suite.RunningSuite;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * From Kafka to score: scoring is killed, a backlog piles up behind it, and what the launcher starts in its place drains
 * it; beside the same with one transaction a message and a smaller backlog.
 */
@Command(name = "drain", description = "A backlog drained by scoring, beside one transaction per message")
public final class DrainBenchmark implements Runnable {
    private static final int MEMBERS = 10_000;
    private static final String SCORED = "standing_scoring_records_total{outcome=\"scored\"}";
    private static final String PUBLISHED = "standing_ingest_outbox_published_total{journal=\"ledger\"}";

    @Option(names = "--records", defaultValue = "200000", description = "the backlog, default ${DEFAULT-VALUE}")
    private int records;

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
        Path home = Path.of("benchmarks/target/homes/drain-" + name);
        try (RunningSuite suite = RunningSuite.start(home, portBase, settings);
                Metrics ingest = new Metrics(suite.port("ingest-service"));
                Metrics scoring = new Metrics(suite.port("scoring-service"))) {
            Community community = Community.join(suite, MEMBERS);
            pileUp(suite, ingest, community, backlog);
            while (!(scoring.value(SCORED) > 0)) {
                RunningSuite.pause();
            }
            long start = System.nanoTime();
            double before = scoring.value(SCORED);
            double after = before;
            while (after < backlog) {
                RunningSuite.pause();
                after = scoring.value(SCORED);
            }
            return (after - before) / ((System.nanoTime() - start) / 1e9);
        }
    }

    /** With scoring stopped in its tracks, so that it reads none of it; then it is killed, and its successor reads all. */
    private static void pileUp(RunningSuite suite, Metrics ingest, Community community, int backlog) {
        double publishedBefore = ingest.value(PUBLISHED);
        long scoring = suite.pid("scoring-service");
        suite.signal(scoring, "STOP");
        String run = "b" + System.currentTimeMillis();
        community.stream(n -> community.record(run, n), backlog, community.partnerToken());
        while (ingest.value(PUBLISHED) - publishedBefore < backlog) {
            RunningSuite.pause();
        }
        suite.signal(scoring, "KILL");
    }
}
