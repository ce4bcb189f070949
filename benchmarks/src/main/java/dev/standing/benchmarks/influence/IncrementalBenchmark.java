package dev.standing.benchmarks.influence;

import dev.standing.benchmarks.measuring.Figures;
import dev.standing.benchmarks.measuring.OwnJvm;
import dev.standing.influence.InfluenceEngine;
import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.report.SettleProgress;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Changes to a settled community of a million members and 8 million ties, by one thread, singly and in batches. */
@Command(name = "incremental", description = "changes to a settled community, singly and in batches")
public final class IncrementalBenchmark implements Callable<Integer> {
    private static final int HUBS = 20;

    @Option(names = "--ties", defaultValue = "8000000", description = "default ${DEFAULT-VALUE}")
    private long ties;

    @Option(names = "--members", defaultValue = "1000000", description = "default ${DEFAULT-VALUE}")
    private int members;

    @Option(names = "--changes", defaultValue = "500000", description = "of each round, default ${DEFAULT-VALUE}")
    private int count;

    @Option(names = "--rounds", defaultValue = "5", description = "default ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--two-way", description = "two-way instead of boost-only")
    private boolean twoWay;

    @Option(
            names = "--eps",
            defaultValue = "0.01",
            description = "in points, default that of scoring-service, ${DEFAULT-VALUE}")
    private double epsPoints;

    private long seed;

    @Override
    public Integer call() {
        return OwnJvm.with(3 * OwnJvm.heapMegabytes(members, ties)).run(this::measure);
    }

    private void measure() {
        for (Graph.Kind kind : Graph.Kind.values()) {
            Graph graph = new Graph(kind, members, ties, HUBS, 1);
            InfluenceEngine engine = load(graph, twoWay ? InfluencePolicy.twoWay() : InfluencePolicy.boostOnly());
            InfluenceEngine upkeep = load(graph, InfluencePolicy.off());
            singly(engine, Changes.draw(graph, count, Changes.Aim.ANYBODY, seed++), new Histogram(3));
            singly(upkeep, Changes.draw(graph, count, Changes.Aim.ANYBODY, seed++), new Histogram(3));
            for (Changes.Aim aim : new Changes.Aim[] {Changes.Aim.ANYBODY_A_LITTLE, Changes.Aim.ANYBODY}) {
                double singly = compare(graph, engine, upkeep, aim);
                for (int batch : new int[] {10, 100, 1_000, 10_000}) {
                    batches(graph, engine, aim, batch, singly);
                }
            }
            hubs(graph, engine, Changes.Aim.TIES_OF_HUBS, count / 10);
            hubs(graph, engine, Changes.Aim.BASES_OF_HUBS, count / 1000);
        }
    }

    private InfluenceEngine load(Graph graph, InfluencePolicy policy) {
        InfluenceEngine engine = InfluenceEngine.load(
                policy, epsPoints, 0, graph.members(), graph::base, graph::place, i -> true, graph);
        engine.settle(1, SettleProgress.SILENT);
        return engine;
    }

    /** Says changes per second. */
    private double compare(Graph graph, InfluenceEngine engine, InfluenceEngine upkeep, Changes.Aim aim) {
        double[] rates = new double[rounds];
        double[] floors = new double[rounds];
        double[] shares = new double[rounds];
        double[] undisturbed = new double[rounds];
        Histogram latency = new Histogram(3);
        for (int round = 0; round < rounds; round++) {
            Changes changes = Changes.draw(graph, count, aim, seed++);
            floors[round] = singly(upkeep, changes, new Histogram(3));
            double began = Figures.processorSeconds();
            rates[round] = singly(engine, changes, latency);
            undisturbed[round] = count / (Figures.processorSeconds() - began);
            shares[round] = rates[round] / floors[round];
        }
        Figures.line(
                "median of %d, incremental %s, %s, %,d members, %,d ties, eps %.2f, one by one: %,.0f changes/s = %.2f of the upkeep"
                        + " alone (%,.0f/s); %,.0f per second of processor time",
                rounds,
                graph.kind(),
                aim,
                members,
                ties,
                epsPoints,
                Figures.median(rates),
                Figures.median(shares),
                Figures.median(floors),
                Figures.median(undisturbed));
        line(graph.kind() + ", one by one, " + aim, latency);
        return Figures.median(rates);
    }

    private void hubs(Graph graph, InfluenceEngine engine, Changes.Aim aim, int changes) {
        Histogram latency = new Histogram(3);
        singly(engine, Changes.draw(graph, changes, aim, seed++), latency);
        line(graph.kind() + ", one by one, " + aim, latency);
    }

    /** One commit a change; says changes per second. */
    static double singly(InfluenceEngine engine, Changes changes, Histogram latency) {
        long start = System.nanoTime();
        long before = start;
        for (int n = 0; n < changes.count(); n++) {
            changes.record(engine, n);
            engine.commit();
            long now = System.nanoTime();
            latency.recordValue(now - before);
            before = now;
        }
        return changes.count() * 1e9 / (before - start);
    }

    private void batches(Graph graph, InfluenceEngine engine, Changes.Aim aim, int batch, double singly) {
        double[] rates = new double[rounds];
        Histogram latency = new Histogram(3);
        for (int round = 0; round < rounds; round++) {
            Changes changes = Changes.draw(graph, count, aim, seed++);
            long start = System.nanoTime();
            long before = start;
            for (int n = 0; n < changes.count(); n++) {
                changes.record(engine, n);
                if ((n + 1) % batch == 0 || n + 1 == changes.count()) {
                    engine.commit();
                    long now = System.nanoTime();
                    latency.recordValue(now - before);
                    before = now;
                }
            }
            rates[round] = changes.count() * 1e9 / (before - start);
        }
        Figures.line(
                "median of %d, incremental %s, %s, batches of %,d: %,.0f changes/s = %.2f of one by one; a batch p50 %.1f, p99 %.1f µs",
                rounds,
                graph.kind(),
                aim,
                batch,
                Figures.median(rates),
                Figures.median(rates) / singly,
                latency.getValueAtPercentile(50) / 1e3,
                latency.getValueAtPercentile(99) / 1e3);
    }

    private static void line(String what, Histogram latency) {
        Figures.line(
                "a change, %s: p50 %.2f, p99 %.2f, p99.9 %.1f, max %.0f µs",
                what,
                latency.getValueAtPercentile(50) / 1e3,
                latency.getValueAtPercentile(99) / 1e3,
                latency.getValueAtPercentile(99.9) / 1e3,
                latency.getMaxValue() / 1e3);
    }
}
