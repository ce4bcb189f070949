package dev.standing.benchmarks.services;

import dev.standing.benchmarks.load.Load;
import dev.standing.benchmarks.load.Result;
import dev.standing.benchmarks.load.Shot;
import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** POST of single records, durable: the group commit beside the same service with a commit per record. */
@Command(
        name = "group-commit",
        description = "POST /v1/records with 64 connections: group commit beside a commit per record")
public final class GroupCommitBenchmark implements Runnable {
    private static final int CONNECTIONS = 64;
    private static final int MEMBERS = 10_000;

    @Option(names = "--rounds", defaultValue = "3", description = "alternating rounds, default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "10", description = "length of a round, default ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--port-base", defaultValue = "18200")
    private int portBase;

    @Override
    public void run() {
        Rounds figures = new Rounds("records/s", rounds);
        for (int round = 0; round < rounds; round++) {
            Result grouped = measure("grouped", round, Map.of());
            Result single = measure("single", round, Map.of("STANDING_INGEST_GROUP_COMMIT_MAX_SIZE", "1"));
            System.out.println("group commit:        " + grouped);
            System.out.println("a commit per record: " + single);
            figures.add(grouped.perSecond(), single.perSecond());
        }
        figures.conclude("group commit", "a commit per record");
    }

    private Result measure(String name, int round, Map<String, String> settings) {
        try (Suite suite = Homes.start("group-commit-" + name, portBase, settings);
                Load load = new Load(suite.url(Service.INGEST).getPort(), CONNECTIONS, 202)) {
            Community community = Community.join(suite, MEMBERS);
            String token = community.partnerToken();
            String run = name + round + "-" + System.currentTimeMillis();
            load.closed(Duration.ofSeconds(seconds), n -> shot(community, token, run + "w", n));
            return load.closed(Duration.ofSeconds(seconds), n -> shot(community, token, run, n));
        }
    }

    private static Shot shot(Community community, String token, String run, long n) {
        return Shot.post("/v1/records", token, community.record(run, n));
    }
}
