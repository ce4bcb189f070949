package dev.standing.influence.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.policy.Mode;
import dev.standing.influence.report.SettleOutcome;
import dev.standing.influence.report.SettleProgress;
import dev.standing.influence.rows.RowEvaluator;
import dev.standing.influence.rows.ToldSteps;
import dev.standing.influence.store.Community;
import dev.standing.influence.store.Standing;
import dev.standing.influence.store.Units;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The first sweep leaves out no tie that comes to count, and tells what is near enough. */
class FirstSweepTest {
    private static final int WORLDS = Math.max(6, 150 * Integer.getInteger("standing.test.percent", 100) / 100);
    private static final int RANGE = 256;

    @Test
    void inASettledCommunityEveryRowIsWhatAllItsTiesComeTo() {
        for (int seed = 0; seed < WORLDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            InfluencePolicy policy = policy(random);
            Community community = RowsAbreastTest.world(random, policy);

            SettleOutcome outcome = new FullSettle(community, 0.01, SettleProgress.SILENT).run(1 + random.nextInt(3));

            RowsAbreastTest.assertEvaluated("seed " + seed + " " + policy, community);
            assertThat(outcome.provenErrorPoints()).isLessThanOrEqualTo(0.01);
            for (int i = 0; i < community.size(); i++) {
                assertThat(community.told(i))
                        .as("what loops read of %d", i)
                        .isEqualTo(community.told()[i]);
                assertThat(Units.influenceToPoints(Standing.distance(community.published(i), community.told(i))))
                        .isLessThanOrEqualTo(outcome.residualPoints());
            }
        }
    }

    @Test
    void tiesThatAreLeftOutAreNeverAboveTheBoundAndKAlwaysAre() {
        long left = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            InfluencePolicy policy = policy(random);
            Community community = RowsAbreastTest.world(random, policy);
            Contenders contenders = swept(community).contenders();
            // Anything that any sweep may tell: each between their base and the most that ties can add to it.
            Reach reach = new Reach(community.terms());
            double lift = random.nextDouble();
            for (int i = 0; i < community.size(); i++) {
                int most = reach.mostTold(community.base(i)) - community.base(i);
                community.tell(i, community.base(i) + (int) (most * (random.nextBoolean() ? lift : random.nextInt(2))));
            }
            int word = 0;
            for (int i = 0; i < community.size(); i++) {
                Contenders.Share share = contenders.of(i);
                if (i % RANGE == 0) {
                    word = share.firstWord;
                }
                if (community.counts(i)) {
                    left += assertBounded("seed " + seed + " member " + i, community, share, i, word);
                }
                word += Contenders.words(community.ties().live(i));
            }
        }
        assertThat(left).as("ties left out").isGreaterThan(100);
    }

    @Test
    void everybodyTellsAboutWhatTheirRowOfLiftedBasesComesTo() {
        for (int seed = 0; seed < WORLDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Community community =
                    RowsAbreastTest.world(random, InfluencePolicy.boostOnly().withFriendsHearInSteps(0));
            int n = community.size();
            Reach reach = new Reach(community.terms());
            swept(community);
            int[] tolds = community.told().clone();
            for (int i = 0; i < n; i++) {
                community.tell(i, reach.lifted(community.base(i)));
            }
            RowEvaluator exact = new RowEvaluator(community);
            for (int i = 0; i < n; i++) {
                exact.evaluate(i);
                double score = Standing.scorePoints(community.standing(i));
                // What is left of a bar is at most a seventieth of the most there is, for each of K: where the first
                // guess was far under, less has been halved.
                assertThat(Units.toPoints(tolds[i]) - score)
                        .as("seed %d member %d", seed, i)
                        .isBetween(-1.1 * Units.toPoints(ToldSteps.FARTHEST), 0.05 * 600 / 70);
            }
        }
    }

    @Test
    void saysHowFarItIs() {
        Community community = RowsAbreastTest.world(
                new SplittableRandom(5), InfluencePolicy.boostOnly().withFriendsHearInSteps(0));
        Reach reach = new Reach(community.terms());
        ToldSteps begun = new ToldSteps(1);
        FirstSweep sweep = new FirstSweep(community, RANGE);
        long arcs = 0;
        for (int from = 0; from < community.size(); from += RANGE) {
            sweep.prepare(from, Math.min(community.size(), from + RANGE));
        }
        Forecast forecast = sweep.forecast();
        long live = 0;
        for (int from = 0; from < community.size(); from += RANGE) {
            int to = Math.min(community.size(), from + RANGE);
            long said = forecast.sweep(from, to);
            arcs += forecast.arcs();
            long farthest = 0;
            for (int i = from; i < to; i++) {
                begun.set(0, reach.lifted(community.base(i)));
                farthest = Math.max(farthest, Math.abs(community.told()[i] - begun.get(0)));
                live += community.ties().live(i);
            }
            assertThat(said).isEqualTo(Units.unitsToInfluence((int) farthest));
        }
        assertThat(arcs).isEqualTo(live);
    }

    private static FirstSweep swept(Community community) {
        FirstSweep sweep = new FirstSweep(community, RANGE);
        for (int from = 0; from < community.size(); from += RANGE) {
            sweep.prepare(from, Math.min(community.size(), from + RANGE));
        }
        Forecast forecast = sweep.forecast();
        for (int from = 0; from < community.size(); from += RANGE) {
            forecast.sweep(from, Math.min(community.size(), from + RANGE));
        }
        return sweep;
    }

    /** Says how many ties were left out. */
    private static int assertBounded(String what, Community community, Contenders.Share share, int i, int word) {
        int[] pulls = RowsAbreastTest.pulls(community, i);
        int bound = share.bound(i % RANGE);
        int left = 0;
        for (int k = 0; k < pulls.length; k++) {
            if ((share.words[word + k / 64] >>> k & 1) == 0) {
                left++;
                assertThat(pulls[k]).as("%s tie %d", what, k).isLessThanOrEqualTo(bound);
            }
        }
        assertThat(share.count(word, Contenders.words(pulls.length))).isEqualTo(pulls.length - left);
        if (bound > 0) {
            assertThat(Arrays.stream(pulls).filter(pull -> pull > bound).count())
                    .as(what)
                    .isGreaterThanOrEqualTo(community.terms().strongestTies());
        }
        return left;
    }

    private static InfluencePolicy policy(SplittableRandom random) {
        int k = 1 + random.nextInt(12);
        double share = random.nextInt(4) == 0 ? 0.05 + 0.9 * random.nextDouble() : 0.05;
        double cap = random.nextInt(4) == 0 ? 600 * random.nextDouble() : 30;
        return new InfluencePolicy(Mode.BOOST_ONLY, k, share, cap, 0, 0, 0, 1 + random.nextInt(3), 0);
    }
}
