package dev.standing.benchmarks.influence;

import dev.standing.benchmarks.measuring.Figures;
import dev.standing.benchmarks.measuring.OwnJvm;
import dev.standing.influence.policy.InfluencePolicy;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The full settle at 4 million members and 64 million ties, uniform and power-law. */
@Command(name = "settle", description = "a full settle, uniform and power-law, beside its roofline")
public final class SettleBenchmark implements Callable<Integer> {
    @Option(names = "--ties", defaultValue = "64000000", description = "default ${DEFAULT-VALUE}")
    private long ties;

    @Option(names = "--members", defaultValue = "4000000", description = "default ${DEFAULT-VALUE}")
    private int members;

    @Option(names = "--threads", defaultValue = "2", description = "default ${DEFAULT-VALUE}")
    private int threads;

    @Option(names = "--rounds", defaultValue = "3", description = "each loads anew, default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--two-way", description = "two-way instead of boost-only")
    private boolean twoWay;

    @Override
    public Integer call() {
        return OwnJvm.with(OwnJvm.heapMegabytes(members, ties)).run(this::measure);
    }

    private void measure() {
        for (Graph.Kind kind : Graph.Kind.values()) {
            Settling settling = new Settling(twoWay ? InfluencePolicy.twoWay() : InfluencePolicy.boostOnly(), threads);
            settling.warmUp((int) (ties / members));
            Settling.Figure[] figures = new Settling.Figure[rounds];
            for (int round = 0; round < rounds; round++) {
                figures[round] = settling.run(new Graph(kind, members, ties, 0, round));
                round(kind, figures[round]);
            }
            conclude(kind, figures);
        }
    }

    private static void round(Graph.Kind kind, Settling.Figure f) {
        Figures.line(
                "%s: load %.1f s, prepare %.3f s, %d sweeps %.3f s reading arcs %.2f times, roofline %.0fM arcs/s, share %.2f (by processor time %.2f)",
                kind,
                f.loadSeconds(),
                f.prepareSeconds(),
                f.outcome().sweeps(),
                f.sweepSeconds(),
                (double) f.outcome().arcsRead() / f.outcome().arcs(),
                f.rooflineArcsPerSecond() / 1e6,
                f.share(),
                f.processorShare());
    }

    private void conclude(Graph.Kind kind, Settling.Figure[] figures) {
        Settling.Figure any = figures[0];
        Figures.line(
                "median of %d, settle %s, %,d members, %,d arcs, %d threads: %.0fM arcs/s per sweep, all counted,"
                        + " over %d sweeps = %.2f of the roofline's %.0fM (sweeps alone %.0fM; arcs read %.0fM/s); proven"
                        + " error %.4f point; %.1f bytes per tie",
                rounds,
                kind,
                members,
                any.outcome().arcs(),
                threads,
                median(figures, Settling.Figure::arcsPerSecond) / 1e6,
                any.outcome().sweeps(),
                median(figures, Settling.Figure::share),
                median(figures, Settling.Figure::rooflineArcsPerSecond) / 1e6,
                median(figures, Settling.Figure::sweepArcsPerSecond) / 1e6,
                median(figures, Settling.Figure::readArcsPerSecond) / 1e6,
                any.outcome().provenErrorPoints(),
                any.bytes() * 2.0 / any.outcome().arcs());
    }

    private static double median(Settling.Figure[] figures, ToDoubleFunction<Settling.Figure> figure) {
        return Figures.median(Arrays.stream(figures).mapToDouble(figure).toArray());
    }
}
