package dev.standing.influence.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.standing.influence.InfluenceEngine;
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

class ShunningTest {
    private static final double EPS = 1e-3;

    private record Tie(int a, int b) {}

    @Test
    void theGainIsWhatACommunityWithoutTheTieWouldShow() {
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            InfluencePolicy policy =
                    new InfluencePolicy(Mode.TWO_WAY, 1 + seed % 4, 0.2, 600, 0.3, 600, 180, 1 + seed % 3, 0);
            int n = 3 + random.nextInt(12);
            double[] bases = random.doubles(n, 350, 950).toArray();
            List<Tie> ties = ties(random, n);
            InfluenceEngine engine = engine(policy, bases, ties);
            double[] before = scores(engine);

            ShunningReport report = engine.shunningReport(Removal.FORGOTTEN, EPS, 2);

            double[] best = new double[n];
            for (Tie tie : ties) {
                List<Tie> rest = new ArrayList<>(ties);
                rest.remove(tie);
                InfluenceEngine without = engine(policy, bases, rest);
                best[tie.a] = Math.max(best[tie.a], without.score(tie.a) - before[tie.a]);
                best[tie.b] = Math.max(best[tie.b], without.score(tie.b) - before[tie.b]);
            }
            for (int i = 0; i < n; i++) {
                assertThat(report.gainPoints(i)).as("seed %d", seed).isCloseTo(best[i], within(EPS + 5e-3));
            }
            assertThat(scores(engine)).as("the report changes nothing").isEqualTo(before);
            ShunningReport atOnce = engine.shunningReport(Removal.SEVERED, EPS, 1);
            assertThat(atOnce.largestGainPoints()).as("seed %d", seed).isLessThan(1e-8);
        }
    }

    @Test
    void aSampleIsMeasuredAsInTheReportOfAll() {
        SplittableRandom random = new SplittableRandom(7);
        InfluencePolicy policy = new InfluencePolicy(Mode.TWO_WAY, 2, 0.2, 600, 0.3, 600, 180, 1, 0);
        InfluenceEngine engine = engine(policy, random.doubles(12, 350, 950).toArray(), ties(random, 12));
        ShunningReport all = engine.shunningReport(Removal.FORGOTTEN, EPS, 1);
        assertThat(all.membersGaining(1)).isGreaterThan(2);

        ShunningReport sample = engine.shunningSample(Removal.FORGOTTEN, EPS, 1, 3, 5, 11);

        for (int i = 0; i < 12; i++) {
            boolean asked = i == 3 || i == 5 || i == 11;
            assertThat(sample.gainPoints(i)).isEqualTo(asked ? all.gainPoints(i) : 0);
            assertThat(sample.friend(i)).isEqualTo(asked ? all.friend(i) : -1);
        }
        assertThat(sample.rowsEvaluated()).isLessThan(all.rowsEvaluated());
        assertThatThrownBy(() -> engine.shunningSample(Removal.SEVERED, EPS, 1, 12))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void averagesRewardDroppingTheLowestFriend() {
        // s = 0.7 b + 0.3 mean of friends; all friends' own scores hardly move.
        InfluenceEngine engine = engine(
                InfluencePolicy.boostOnly().withFriendsHearInSteps(0),
                new double[] {600, 900, 400},
                List.of(new Tie(0, 1), new Tie(0, 2)));

        ShunningReport report = engine.shunningReportUnderAverages(0.3, 1e-4, 1);

        // With both: s0 = 420 + 0.15 (s1 + s2), s1 = 630 + 0.3 s0, s2 = 280 + 0.3 s0.
        double both = (420 + 0.15 * (630 + 280)) / (1 - 0.09);
        double high = (420 + 0.3 * 630) / (1 - 0.09);
        assertThat(report.gainPoints(0)).isCloseTo(high - both, within(1e-4));
        assertThat(report.friend(0)).isEqualTo(2);
        // Alone with member 0, member 1 stands lower than without any tie.
        assertThat(report.gainPoints(1)).isCloseTo(900 - (630 + 0.3 * both), within(1e-4));
        assertThat(report.friend(2)).isEqualTo(-1);
        assertThat(report.gainPoints(2)).isZero();
        assertThat(report.membersGaining(6)).isEqualTo(2);
        assertThat(report.membersGaining(60)).isEqualTo(1);
        assertThat(report.largestGainPoints()).isEqualTo(report.gainPoints(1));
        assertThat(report.rowsEvaluated()).isPositive();
        assertThat(report.epsPoints()).isEqualTo(1e-4);
    }

    @Test
    void droppingOneOfTheFewestTiesFreesFromTheRestOfTheDrag() {
        InfluencePolicy policy = InfluencePolicy.twoWay()
                .withFriendsHearInSteps(0)
                .withMinimumTies(2)
                .withStrongestTies(2);
        InfluenceEngine engine = engine(policy, new double[] {900, 500, 500}, List.of(new Tie(0, 1), new Tie(0, 2)));

        ShunningReport report = engine.shunningReport(Removal.FORGOTTEN, EPS, 1);

        assertThat(report.gainPoints(0)).isCloseTo(900 - engine.score(0), within(EPS));
        assertThat(engine.shunningReport(Removal.SEVERED, EPS, 1).largestGainPoints())
                .isZero();
    }

    @Test
    void refusesWhatItCannotCompute() {
        InfluenceEngine engine = engine(InfluencePolicy.off(), new double[] {600}, List.of());
        assertThat(engine.shunningReport(Removal.FORGOTTEN, EPS, 1).largestGainPoints())
                .isZero();
        assertThatThrownBy(() -> engine.shunningReportUnderAverages(1, EPS, 1))
                .hasMessage("share is 1.0; allowed: 0 to below 1");
        assertThatThrownBy(() -> engine.shunningReport(Removal.SEVERED, 0, 1)).hasMessageContaining("eps is 0.0");
        assertThatThrownBy(() -> engine.shunningReport(Removal.SEVERED, EPS, 0)).hasMessageContaining("threads is 0");
    }

    @Test
    void aRingIsMeasuredAgainstTheBestInItAndTheBestBesideIt() {
        InfluenceEngine engine = engine(
                InfluencePolicy.boostOnly().withFriendsHearInSteps(0),
                new double[] {400, 700, 800, 950},
                List.of(new Tie(0, 1), new Tie(1, 2)));

        RingReport report = engine.ringReport(0, 1);

        assertThat(report.bestBasePoints()).isEqualTo(700);
        assertThat(report.bestNeighbourPoints()).isEqualTo(800);
        assertThat(report.highestScorePoints()).isEqualTo(engine.score(1));
        assertThat(report.liftPoints()).isZero();
        assertThat(engine.ringReport(3).bestNeighbourPoints()).isZero();
    }

    private static double[] scores(InfluenceEngine engine) {
        double[] scores = new double[engine.idCount()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = engine.score(i);
        }
        return scores;
    }

    private static List<Tie> ties(SplittableRandom random, int n) {
        List<Tie> ties = new ArrayList<>();
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                if (random.nextInt(3) == 0) {
                    ties.add(new Tie(a, b));
                }
            }
        }
        return ties;
    }

    private static InfluenceEngine engine(InfluencePolicy policy, double[] bases, List<Tie> ties) {
        InfluenceEngine engine = InfluenceEngine.load(
                policy,
                1e-3,
                0,
                bases.length,
                i -> bases[i],
                i -> 0,
                i -> true,
                sink -> ties.forEach(t -> sink.tie(t.a, t.b, 1)));
        engine.settle(1, SettleProgress.SILENT);
        return engine;
    }
}
