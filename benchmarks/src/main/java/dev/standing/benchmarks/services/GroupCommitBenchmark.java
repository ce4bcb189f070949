package dev.standing.benchmarks.services;

import dev.standing.benchmarks.load.Result;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** POST of single records, durable: the group commit beside the same service with a commit per record. */
@Command(
        name = "group-commit",
        description = "POST /v1/records with 64 connections: group commit beside a commit per record")
public final class GroupCommitBenchmark implements Runnable {
    @Option(names = "--rounds", defaultValue = "3", description = "alternating rounds, default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "10", description = "length of a round, default ${DEFAULT-VALUE}")
    private int seconds;

    @Option(names = "--port-base", defaultValue = "18200")
    private int portBase;

    @Override
    public void run() {
        SingleRecords records = new SingleRecords("group-commit", portBase, seconds);
        Rounds figures = new Rounds("records/s", rounds);
        for (int round = 0; round < rounds; round++) {
            Result grouped = records.measure("grouped", round, Map.of());
            Result single = records.measure("single", round, Map.of("STANDING_INGEST_GROUP_COMMIT_MAX_SIZE", "1"));
            System.out.println("group commit:        " + grouped);
            System.out.println("a commit per record: " + single);
            figures.add(grouped.perSecond(), single.perSecond());
        }
        figures.conclude("group commit", "a commit per record");
    }
}
