package dev.standing.benchmarks.influence;

import dev.standing.benchmarks.measuring.Figures;
import dev.standing.benchmarks.measuring.OwnJvm;
import dev.standing.influence.InfluenceEngine;
import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.report.SettleProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The same figures from a hundred thousand ties to a hundred million, as a table and a picture. */
@Command(name = "growth", description = "settle and single changes from 10^5 to 10^8 ties, as a table and a picture")
public final class GrowthBenchmark implements Callable<Integer> {
    static final int TIES_PER_MEMBER = 16;

    private static final double EPS_POINTS = 0.5;
    private static final int CHANGES = 200_000;
    private static final int SMALLEST = 100_000;

    @Option(names = "--largest", defaultValue = "100000000", description = "ties, default ${DEFAULT-VALUE}")
    private long largest;

    @Option(names = "--threads", defaultValue = "2", description = "of the settle, default ${DEFAULT-VALUE}")
    private int threads;

    @Option(names = "--rounds", defaultValue = "3", description = "default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--picture", defaultValue = "benchmarks/growth.svg", description = "default ${DEFAULT-VALUE}")
    private Path picture = Path.of("");

    /** One size's figures. */
    record Row(
            long ties,
            double settleArcsPerSecond,
            double rooflineArcsPerSecond,
            double share,
            int sweeps,
            double settleSeconds,
            double changesPerSecond,
            double bytesPerTie) {}

    @Override
    public Integer call() {
        return OwnJvm.with(2 * OwnJvm.heapMegabytes(largest / TIES_PER_MEMBER, largest))
                .run(this::measure);
    }

    private void measure() {
        List<Row> rows = new ArrayList<>();
        Settling settling = new Settling(InfluencePolicy.boostOnly(), threads);
        settling.warmUp(TIES_PER_MEMBER);
        incremental(SMALLEST * 10L);
        Figures.line(
                "| ties | settle, arcs/s per sweep | roofline, arcs/s | share | sweeps | settle | changes/s | bytes per tie |");
        Figures.line("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (long ties = SMALLEST; ties <= largest; ties *= 10) {
            Row row = row(settling, ties);
            rows.add(row);
            Figures.line(
                    "| %,d | %,.0fM | %,.0fM | %.2f | %d | %.4f s | %,.0f | %.1f |",
                    row.ties(),
                    row.settleArcsPerSecond() / 1e6,
                    row.rooflineArcsPerSecond() / 1e6,
                    row.share(),
                    row.sweeps(),
                    row.settleSeconds(),
                    row.changesPerSecond(),
                    row.bytesPerTie());
        }
        try {
            Files.writeString(picture, GrowthPicture.of(rows));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + picture, e);
        }
        Figures.line("picture: %s", picture);
    }

    private Row row(Settling settling, long ties) {
        int members = (int) (ties / TIES_PER_MEMBER);
        double[] settle = new double[rounds];
        double[] roofline = new double[rounds];
        double[] share = new double[rounds];
        double[] seconds = new double[rounds];
        int sweeps = 0;
        for (int round = 0; round < rounds; round++) {
            Settling.Figure figure = settling.run(new Graph(Graph.Kind.POWER_LAW, members, ties, 0, round));
            settle[round] = figure.arcsPerSecond();
            roofline[round] = figure.rooflineArcsPerSecond();
            share[round] = figure.share();
            seconds[round] = figure.prepareSeconds() + figure.sweepSeconds();
            sweeps = Math.max(sweeps, figure.outcome().sweeps());
        }
        double[] incremental = incremental(ties);
        return new Row(
                ties,
                Figures.median(settle),
                Figures.median(roofline),
                Figures.median(share),
                sweeps,
                Figures.median(seconds),
                incremental[0],
                incremental[1]);
    }

    /** Changes per second one by one, and bytes per tie. */
    private double[] incremental(long ties) {
        int members = (int) (ties / TIES_PER_MEMBER);
        Graph graph = new Graph(Graph.Kind.POWER_LAW, members, ties, 0, 1);
        InfluenceEngine engine = InfluenceEngine.load(
                InfluencePolicy.boostOnly(), EPS_POINTS, 0, members, graph::base, graph::place, member -> true, graph);
        engine.settle(threads, SettleProgress.SILENT);
        double bytes = engine.bytes() / (double) ties;
        double[] rates = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            Changes changes = Changes.draw(graph, CHANGES, Changes.Aim.ANYBODY, round);
            rates[round] = IncrementalBenchmark.singly(engine, changes, new Histogram(3));
        }
        return new double[] {Figures.median(rates), bytes};
    }
}
