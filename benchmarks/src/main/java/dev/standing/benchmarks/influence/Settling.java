package dev.standing.benchmarks.influence;

import dev.standing.benchmarks.measuring.Figures;
import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.report.SettleOutcome;
import dev.standing.influence.report.SettleProgress;
import dev.standing.influence.store.BulkLoad;
import dev.standing.influence.store.Community;
import dev.standing.influence.store.Terms;
import dev.standing.influence.store.Units;
import dev.standing.influence.sweep.FullSettle;

/** Loads a graph anew and settles it once, cold as at a start, between passes of the roofline over the same arrays. */
final class Settling {
    static final double EPS_POINTS = 0.01;
    private static final int PASSES = 3;
    private static final int WARM_UPS = 8;

    /**
     * What one settle came to.
     *
     * @param loadSeconds both readings of the generated graph and its placement
     * @param prepareSeconds telling bases before the sweeps
     * @param rooflineArcsPerSecond the median pass
     * @param processorShare the share of the roofline by processor time instead of time on the wall
     */
    record Figure(
            SettleOutcome outcome,
            double loadSeconds,
            double prepareSeconds,
            double sweepSeconds,
            double rooflineArcsPerSecond,
            double processorShare,
            long bytes) {

        /** All of it counted, the preparation too. */
        double arcsPerSecond() {
            return outcome.arcs() * (double) outcome.sweeps() / (prepareSeconds + sweepSeconds);
        }

        double sweepArcsPerSecond() {
            return outcome.arcs() * (double) outcome.sweeps() / sweepSeconds;
        }

        double readArcsPerSecond() {
            return outcome.arcsRead() / (prepareSeconds + sweepSeconds);
        }

        double share() {
            return arcsPerSecond() / rooflineArcsPerSecond;
        }
    }

    private static final class Stopwatch implements SettleProgress {
        private long preparedAt;

        @Override
        public void prepared() {
            preparedAt = System.nanoTime();
        }
    }

    private final InfluencePolicy policy;
    private final int threads;

    Settling(InfluencePolicy policy, int threads) {
        this.policy = policy;
        this.threads = threads;
    }

    Figure run(Graph graph) {
        long start = System.nanoTime();
        Community loaded = load(graph);
        double loadSeconds = (System.nanoTime() - start) / 1e9;
        Roofline roofline = new Roofline(loaded, threads);
        double[] passes = new double[2 * PASSES];
        double idle = Figures.processorSeconds();
        for (int k = 0; k < PASSES; k++) {
            passes[k] = roofline.pass() / 1e9;
        }
        double passed = Figures.processorSeconds();
        Stopwatch stopwatch = new Stopwatch();
        long began = System.nanoTime();
        SettleOutcome outcome = new FullSettle(loaded, EPS_POINTS, stopwatch).run(threads);
        long ended = System.nanoTime();
        double settled = Figures.processorSeconds();
        for (int k = PASSES; k < 2 * PASSES; k++) {
            passes[k] = roofline.pass() / 1e9;
        }
        return new Figure(
                outcome,
                loadSeconds,
                (stopwatch.preparedAt - began) / 1e9,
                (ended - stopwatch.preparedAt) / 1e9,
                outcome.arcs() / Figures.median(passes),
                outcome.sweeps() * (passed - idle) / PASSES / (settled - passed),
                loaded.bytes());
    }

    /** Lets the compiler see every loop, on rows of all lengths, before anything is timed. */
    void warmUp(int tiesPerMember) {
        for (int k = 0; k < WARM_UPS; k++) {
            for (Graph.Kind kind : Graph.Kind.values()) {
                run(new Graph(kind, 200_000, 200_000L * tiesPerMember, 2, k));
            }
        }
    }

    private Community load(Graph graph) {
        Community loading = new Community(new Terms(policy), 0);
        loading.reserve(graph.members());
        for (int i = 0; i < graph.members(); i++) {
            int place = loading.terms().steps.place(graph.place(i));
            loading.join(Units.ofPoints(graph.base(i)), place, true);
        }
        new BulkLoad(loading).load(graph);
        return loading;
    }
}
