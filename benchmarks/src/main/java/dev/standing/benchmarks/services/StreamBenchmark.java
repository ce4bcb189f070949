package dev.standing.benchmarks.services;

import dev.standing.stack.Suite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The stream endpoint beside what PostgreSQL alone takes through COPY of the same rows into the same form of table. */
@Command(name = "stream", description = "POST /v1/records/stream, beside COPY of the same rows by PostgreSQL alone")
public final class StreamBenchmark implements Runnable {
    private static final int MEMBERS = 10_000;

    @Option(names = "--records", defaultValue = "300000", description = "records a round, default ${DEFAULT-VALUE}")
    private int records;

    @Option(names = "--rounds", defaultValue = "5", description = "alternating rounds, default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--port-base", defaultValue = "18200")
    private int portBase;

    @Override
    public void run() {
        try (Suite suite = Homes.start("stream", portBase)) {
            Community community = Community.join(suite, MEMBERS);
            String token = community.partnerToken();
            CopyBaseline baseline = new CopyBaseline(suite);
            community.stream(n -> community.record("warm" + System.nanoTime(), n), records / 3, token);
            Rounds figures = new Rounds("records/s", rounds);
            for (int round = 0; round < rounds; round++) {
                String run = "s" + System.currentTimeMillis();
                double streamed = community.stream(n -> community.record(run, n), records, token);
                figures.add(streamed, baseline.recordsPerSecond(run, records));
            }
            figures.conclude("stream", "COPY");
        }
    }
}
