package dev.standing.benchmarks.influence;

import dev.standing.benchmarks.measuring.Figures;
import dev.standing.benchmarks.measuring.OwnJvm;
import dev.standing.influence.InfluenceEngine;
import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.report.SettleOutcome;
import dev.standing.influence.report.SettleProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A billion ties on one machine: generated, settled, written down and read back. */
@Command(name = "billion", description = "a billion ties: generate, settle, snapshot, restore; time and memory of each")
public final class BillionBenchmark implements Callable<Integer> {
    @Option(names = "--ties", defaultValue = "1000000000", description = "default ${DEFAULT-VALUE}")
    private long ties;

    @Option(names = "--threads", defaultValue = "2", description = "default ${DEFAULT-VALUE}")
    private int threads;

    @Option(names = "--kind", defaultValue = "POWER_LAW", description = "${COMPLETION-CANDIDATES}")
    private Graph.Kind kind = Graph.Kind.POWER_LAW;

    @Option(
            names = "--snapshot",
            defaultValue = "benchmarks/target/billion.snapshot",
            description = "deleted in the end, default ${DEFAULT-VALUE}")
    private Path snapshot = Path.of("");

    @Override
    public Integer call() {
        return OwnJvm.with(OwnJvm.heapMegabytes(ties / GrowthBenchmark.TIES_PER_MEMBER, ties))
                .run(this::measure);
    }

    private void measure() {
        try {
            try {
                long checksum = writtenDown();
                readBack(checksum);
            } finally {
                Files.deleteIfExists(snapshot);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + snapshot, e);
        }
    }

    /** Says a sum of all scores; the engine is gone when it returns. */
    private long writtenDown() throws IOException {
        int members = (int) (ties / GrowthBenchmark.TIES_PER_MEMBER);
        Graph graph = new Graph(kind, members, ties, 0, 1);
        long start = System.nanoTime();
        InfluenceEngine engine = InfluenceEngine.load(
                InfluencePolicy.boostOnly(),
                Settling.EPS_POINTS,
                0,
                members,
                graph::base,
                graph::place,
                member -> true,
                graph);
        memory("generate and load", start, engine);
        start = System.nanoTime();
        SettleOutcome outcome = engine.settle(threads, SettleProgress.SILENT);
        long settleNanos = System.nanoTime() - start;
        memory("settle", start, engine);
        Figures.line(
                "settled in %d sweeps: %,d arcs, %.0fM arcs/s per sweep with the preparation, proven error %.4f point",
                outcome.sweeps(),
                outcome.arcs(),
                outcome.arcsPerSecond(settleNanos) / 1e6,
                outcome.provenErrorPoints());
        start = System.nanoTime();
        engine.snapshot(snapshot);
        memory("snapshot", start, engine);
        Figures.line(
                "snapshot: %.2f GiB, %.2f bytes per tie",
                Figures.gib(Files.size(snapshot)), Files.size(snapshot) / (double) ties);
        return checksum(engine);
    }

    private void readBack(long checksum) throws IOException {
        long start = System.nanoTime();
        InfluenceEngine engine = InfluenceEngine.restore(snapshot, threads);
        memory("restore", start, engine);
        if (checksum(engine) != checksum) {
            throw new IllegalStateException("scores after the restore are not what they were");
        }
        Figures.line(
                "billion %s: %,d ties, %,d members: peak resident memory %.2f GiB = %.1f bytes per tie; scores after the restore are"
                        + " the same",
                kind,
                ties,
                engine.memberCount(),
                Figures.gib(Figures.peakResidentBytes()),
                Figures.peakResidentBytes() / (double) ties);
    }

    private static long checksum(InfluenceEngine engine) {
        long sum = 0;
        for (int i = 0; i < engine.idCount(); i++) {
            sum = Mix.mix(sum + Double.doubleToLongBits(engine.score(i)));
        }
        return sum;
    }

    private void memory(String what, long startNanos, InfluenceEngine engine) {
        Figures.line(
                "%s: %.1f s; engine %.2f GiB = %.1f bytes per tie; peak resident so far %.2f GiB",
                what,
                (System.nanoTime() - startNanos) / 1e9,
                Figures.gib(engine.bytes()),
                engine.bytes() / (double) ties,
                Figures.gib(Figures.peakResidentBytes()));
    }
}
