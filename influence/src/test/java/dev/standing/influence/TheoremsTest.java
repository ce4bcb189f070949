package dev.standing.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.policy.Mode;
import dev.standing.influence.report.Removal;
import dev.standing.influence.report.RingReport;
import dev.standing.influence.report.SettleProgress;
import dev.standing.influence.report.ShunningReport;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the model promises, on random communities. */
class TheoremsTest {
    @Test
    void neverFurtherFromTheBaseThanTheCapsNorOffTheScale() {
        for (int seed = 0; seed < Worlds.share(500); seed++) {
            World world = World.of(seed, policy(seed));
            for (int i = 0; i < world.bases.length; i++) {
                assertThat(world.engine.influence(i))
                        .as("seed %d", seed)
                        .isBetween(-world.policy.dragCapPoints() - 1e-9, world.policy.boostCapPoints() + 1e-9);
                assertThat(world.engine.score(i)).isBetween(350.0, 950.0);
            }
        }
    }

    @Test
    void oneRoundShrinksAnyDifferenceByQ() {
        for (int seed = 0; seed < Worlds.share(500); seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            World world = World.of(seed, policy(seed));
            int n = world.bases.length;
            double[] s = Worlds.bases(random, n);
            double[] t = Worlds.bases(random, n);
            double before = 0;
            double after = 0;
            for (int i = 0; i < n; i++) {
                before = Math.max(before, Math.abs(s[i] - t[i]));
                after = Math.max(
                        after,
                        Math.abs(world.reference().f(i, s) - world.reference().f(i, t)));
            }
            assertThat(after).as("seed %d", seed).isLessThanOrEqualTo(world.policy.contraction() * before + 1e-9);
        }
    }

    @Test
    void improvingOneselfLowersNobodyAndPaysAtLeastOneMinusQ() {
        for (int seed = 0; seed < Worlds.share(500); seed++) {
            World world = World.of(seed, boostOnly(seed));
            int i = seed % world.bases.length;
            double[] before = world.scores();
            double gained = (950 - world.bases[i]) / 2;
            world.engine.changeBase(i, world.bases[i] + gained);
            world.engine.commit();
            double[] after = world.scores();
            for (int j = 0; j < after.length; j++) {
                assertThat(after[j]).as("seed %d", seed).isGreaterThanOrEqualTo(before[j] - world.noise());
            }
            assertThat(after[i] - before[i])
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo((1 - world.policy.contraction()) * gained - world.noise());
        }
    }

    @Test
    void moreWeightAndMoreTiesLowerNobody() {
        for (int seed = 0; seed < Worlds.share(500); seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            World world = World.of(seed, boostOnly(seed));
            double[] before = world.scores();
            int n = world.bases.length;
            int a = random.nextInt(n);
            int b = random.nextInt(n);
            if (a != b) {
                world.engine.tie(a, b, 1);
                world.engine.commit();
                double[] after = world.scores();
                for (int j = 0; j < n; j++) {
                    assertThat(after[j]).as("seed %d", seed).isGreaterThanOrEqualTo(before[j] - world.noise());
                }
            }
        }
    }

    @Test
    void inBoostOnlyDroppingAFriendGainsNothing() {
        for (int seed = 0; seed < Worlds.share(300); seed++) {
            World world = World.of(seed, boostOnly(seed));
            ShunningReport report = world.engine.shunningReport(Removal.FORGOTTEN, 1e-4, 1);
            assertThat(report.largestGainPoints()).as("seed %d", seed).isLessThan(1e-8);
        }
    }

    @Test
    void inTwoWayTheMomentOfSeveringGainsNothing() {
        for (int seed = 0; seed < Worlds.share(300); seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            World world = World.of(
                    seed,
                    InfluencePolicy.twoWay()
                            .withFriendsHearInSteps(seed % 3 * 25)
                            .withStrongestTies(1 + seed % 4));
            if (world.ties.isEmpty()) {
                continue;
            }
            Worlds.Tie tie = world.ties.get(random.nextInt(world.ties.size()));
            double[] before = world.scores();
            world.engine.sever(tie.a(), tie.b(), 0);
            world.engine.commit();
            assertThat(world.engine.score(tie.a()))
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(before[tie.a()] + world.noise());
            assertThat(world.engine.score(tie.b()))
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(before[tie.b()] + world.noise());
        }
    }

    @Test
    void noRingLiftsAnybodyAboveTheBestThatSomebodyEarned() {
        for (int seed = 0; seed < Worlds.share(500); seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            World world = World.of(seed, policy(seed));
            List<Integer> ring = new ArrayList<>();
            for (int i = 0; i < world.bases.length; i++) {
                if (random.nextBoolean()) {
                    ring.add(i);
                }
            }
            RingReport report = world.engine.ringReport(
                    ring.stream().mapToInt(Integer::intValue).toArray());
            assertThat(report.liftPoints()).as("seed %d", seed).isCloseTo(0, within(world.noise()));
            assertThat(report.members()).isEqualTo(ring.size());
        }
    }

    private static InfluencePolicy policy(int seed) {
        return Worlds.policy(new SplittableRandom(-seed - 1));
    }

    private static InfluencePolicy boostOnly(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new InfluencePolicy(
                Mode.BOOST_ONLY,
                1 + random.nextInt(5),
                random.nextDouble() * 0.4,
                random.nextBoolean() ? 30 : 600,
                0,
                0,
                0,
                1 + random.nextInt(3),
                random.nextInt(3) * 30);
    }

    private static final class World {
        final InfluencePolicy policy;
        final double[] bases;
        final List<Worlds.Tie> ties;
        final InfluenceEngine engine;

        World(InfluencePolicy policy, double[] bases, List<Worlds.Tie> ties, InfluenceEngine engine) {
            this.policy = policy;
            this.bases = bases;
            this.ties = ties;
            this.engine = engine;
        }

        static World of(int seed, InfluencePolicy policy) {
            SplittableRandom random = new SplittableRandom(1000 + seed);
            double[] bases = Worlds.bases(random, 2 + random.nextInt(20));
            List<Worlds.Tie> ties = Worlds.ties(random, bases.length);
            InfluenceEngine engine = Worlds.loaded(policy, Worlds.finest(policy), bases, ties);
            engine.settle(1, SettleProgress.SILENT);
            return new World(policy, bases, ties, engine);
        }

        /** What two scores within eps of the exact ones can differ by; what is published in steps is exact. */
        double noise() {
            return policy.friendsHearInSteps() > 0 ? 1e-9 : 2 * engine.epsPoints();
        }

        Reference reference() {
            return Worlds.reference(policy, bases, ties);
        }

        double[] scores() {
            double[] scores = new double[bases.length];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = engine.score(i);
            }
            return scores;
        }
    }
}
