package dev.standing.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.standing.influence.input.TieSource;
import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.policy.Mode;
import dev.standing.influence.report.SettleOutcome;
import dev.standing.influence.report.SettleProgress;
import java.util.Arrays;
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

            double[] exact = Worlds.reference(policy, bases, ties).published();
            // What is published in steps is decided and exact.
            double off = policy.friendsHearInSteps() > 0 ? 1e-8 : outcome.provenErrorPoints() + 1e-9;
            assertThat(outcome.provenErrorPoints()).as("seed %d", seed).isLessThanOrEqualTo(eps);
            for (int i = 0; i < bases.length; i++) {
                assertThat(engine.score(i)).as("seed %d member %d", seed, i).isCloseTo(exact[i], within(off));
            }
        }
    }

    @Test
    void givesTheSameBitsInAnyNumberOfThreads() {
        SplittableRandom random = new SplittableRandom(7);
        int n = Worlds.share(20_000);
        double[] bases = Worlds.bases(random, n);
        InfluencePolicy policy = InfluencePolicy.twoWay().withFriendsHearInSteps(0);
        double[][] scores = new double[3][n];
        for (int threads = 1; threads <= 3; threads++) {
            InfluenceEngine engine = InfluenceEngine.load(
                    policy, 0.001, 0, n, i -> bases[i], i -> 0, i -> true, sink -> randomTies(n, 12 * n, sink));
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
                InfluencePolicy.boostOnly().withFriendsHearInSteps(0),
                0.01,
                0,
                n,
                i -> bases[i],
                i -> 0,
                i -> true,
                sink -> randomTies(n, 20 * n, sink));

        SettleOutcome outcome = engine.settle(2, SettleProgress.SILENT);

        assertThat(outcome.sweeps()).isLessThanOrEqualTo(3);
        assertThat(outcome.provenErrorPoints()).isLessThanOrEqualTo(0.01);
        assertThat(outcome.arcs()).isEqualTo(40L * n);
    }

    /** Among many who are alike a few are not: theirs is all the news there is, so that it is passed on as differences. */
    @Test
    void newsOfAFewComesToTheSameAsReadingEverything() {
        int worlds = Worlds.share(60);
        int byDifferences = 0;
        for (int seed = 0; seed < worlds; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 2_000;
            InfluencePolicy policy = random.nextBoolean()
                    ? new InfluencePolicy(Mode.TWO_WAY, 1 + random.nextInt(6), 0.1, 60, 0.1, 60, 100, 1, 0)
                    : new InfluencePolicy(Mode.BOOST_ONLY, 1 + random.nextInt(6), 0.2, 60, 0, 0, 0, 1, 0);
            double[] bases = new double[n];
            for (int i = 0; i < n; i++) {
                bases[i] = random.nextInt(500) == 0 ? Worlds.base(random) : 600;
            }
            double eps = 0.002;
            InfluenceEngine engine = InfluenceEngine.load(
                    policy, eps, 0, n, i -> bases[i], i -> 0, i -> random.nextInt(50) > 0, sink -> ringOfSix(n, sink));
            SettleOutcome cold = engine.settle(1, SettleProgress.SILENT);
            byDifferences += cold.arcsRead() < cold.sweeps() * cold.arcs() ? 1 : 0;
            for (int k = 0; k < 40; k++) {
                int a = random.nextInt(n);
                engine.remember(a, (a + 1 + random.nextInt(n - 1)) % n, Worlds.weight(random), 0);
            }
            engine.commit();
            double[] kept = new double[n];
            Arrays.setAll(kept, engine::score);

            SettleOutcome outcome = engine.settle(2, SettleProgress.SILENT);

            for (int i = 0; i < n; i++) {
                assertThat(engine.score(i))
                        .as("seed %d member %d", seed, i)
                        .isCloseTo(kept[i], within(eps + outcome.provenErrorPoints()));
            }
        }
        assertThat(byDifferences).as("worlds where a sweep did not read all").isGreaterThan(worlds / 2);
    }

    private static void ringOfSix(int n, TieSource.TieSink sink) {
        SplittableRandom random = new SplittableRandom(n);
        for (int i = 0; i < n; i++) {
            for (int d = 1; d <= 6; d++) {
                sink.tie(i, (i + d) % n, Worlds.weight(random));
            }
        }
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
