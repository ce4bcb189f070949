package dev.standing.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FullSettleTest {
    private static final int WORLDS = Worlds.share(3000);

    @Test
    void neverFurtherFromTheFixedPointThanTheProvenError() {
        for (int seed = 0; seed < WORLDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            InfluencePolicy policy = Worlds.policy(random);
            double[] bases = Worlds.bases(random, 1 + random.nextInt(18));
            List<Worlds.Tie> ties = Worlds.ties(random, bases.length);
            double eps = random.nextBoolean() ? Worlds.finest(policy) : 0.5;
            InfluenceEngine engine = Worlds.loaded(policy, eps, bases, ties);

            SettleOutcome outcome = engine.settle(1, SettleProgress.SILENT);

            double[] exact = Worlds.reference(policy, bases, ties).solve();
            assertThat(outcome.provenErrorPoints()).as("seed %d", seed).isLessThanOrEqualTo(eps);
            for (int i = 0; i < bases.length; i++) {
                assertThat(engine.score(i))
                        .as("seed %d member %d", seed, i)
                        .isCloseTo(exact[i], within(outcome.provenErrorPoints() + 1e-9));
            }
        }
    }

    @Test
    void givesTheSameBitsInAnyNumberOfThreads() {
        SplittableRandom random = new SplittableRandom(7);
        int n = Worlds.share(20_000);
        double[] bases = Worlds.bases(random, n);
        InfluencePolicy policy = InfluencePolicy.twoWay();
        double[][] scores = new double[3][n];
        for (int threads = 1; threads <= 3; threads++) {
            InfluenceEngine engine = InfluenceEngine.load(
                    policy, 0.001, 0, n, i -> bases[i], i -> true, sink -> randomTies(n, 12 * n, sink));
            engine.settle(threads, SettleProgress.SILENT);
            for (int i = 0; i < n; i++) {
                scores[threads - 1][i] = engine.score(i);
            }
        }
        assertThat(scores[1]).isEqualTo(scores[0]);
        assertThat(scores[2]).isEqualTo(scores[0]);
    }

    @Test
    void threeSweepsProveAHundredthOfAPointAtTheDefaultPolicy() {
        SplittableRandom random = new SplittableRandom(8);
        int n = 5_000;
        double[] bases = Worlds.bases(random, n);
        InfluenceEngine engine = InfluenceEngine.load(
                InfluencePolicy.boostOnly(), 0.01, 0, n, i -> bases[i], i -> true, sink -> randomTies(n, 20 * n, sink));

        SettleOutcome outcome = engine.settle(2, SettleProgress.SILENT);

        assertThat(outcome.sweeps()).isLessThanOrEqualTo(3);
        assertThat(outcome.provenErrorPoints()).isLessThanOrEqualTo(0.01);
        assertThat(outcome.arcs()).isEqualTo(40L * n);
        assertThat(outcome.arcsRead()).isBetween(2 * outcome.arcs(), 2 * outcome.arcs() + outcome.arcs() / 4);
    }

    /** Ties of a power law, some members with hundreds, no pair twice. */
    static void randomTies(int n, int count, TieSource.TieSink sink) {
        SplittableRandom random = new SplittableRandom(9);
        var seen = new java.util.HashSet<Long>();
        while (seen.size() < count) {
            int a = (int) (n * Math.pow(random.nextDouble(), 3));
            int b = random.nextInt(n);
            if (a != b && seen.add((long) Math.min(a, b) * n + Math.max(a, b))) {
                sink.tie(a, b, Worlds.weight(random));
            }
        }
    }
}
