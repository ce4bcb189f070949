package dev.standing.influence.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.report.SettleProgress;
import dev.standing.influence.store.BulkLoad;
import dev.standing.influence.store.Community;
import dev.standing.influence.store.Steps;
import dev.standing.influence.store.Terms;
import dev.standing.influence.store.Units;
import dev.standing.influence.sweep.FullSettle;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RefinementTest {
    private static final double EPS_POINTS = 2;
    private static final BigDecimal ROOT = new BigDecimal(2).sqrt(new MathContext(60));

    @Test
    void doublesAndExactNumbersDecideAlikeFromCoarseScores() {
        for (int seed = 0; seed < 20; seed++) {
            InfluencePolicy policy = seed % 2 == 0 ? InfluencePolicy.boostOnly() : InfluencePolicy.twoWay();
            Community community = community(policy, new SplittableRandom(seed), 60);
            Refinement refinement = new Refinement(community, EPS_POINTS);
            ExactRefinement exact = exact(community);
            for (int i = 0; i < community.size(); i++) {
                int step = exact.step(i);
                assertThat(refinement.step(i)).as("seed %d member %d", seed, i).isEqualTo(step);
                community.heard(i, step);
                assertThat(community.heard()[i]).isEqualTo(Steps.heard(step));
            }
        }
    }

    @Test
    void aScoreAtAMultipleIsInTheStepThatBeginsThere() {
        // Nobody is above anybody: all scores are 500 as heard, a ten-thousandth above the cut, which eps does not
        // tell.
        Community community = new Community(new Terms(InfluencePolicy.twoWay()), 0);
        for (int i = 0; i < 3; i++) {
            community.join(Units.ofPoints(530), 0, true);
        }
        new BulkLoad(community).load(sink -> {
            sink.tie(0, 1, 1);
            sink.tie(1, 2, 1);
        });
        new FullSettle(community, EPS_POINTS, SettleProgress.SILENT).run(1);

        assertThat(exact(community).step(1)).isEqualTo(15);
        assertThat(new Refinement(community, EPS_POINTS).step(1)).isEqualTo(15);
        assertThat(community.heard()[1]).isEqualTo(500 * Units.PER_POINT - 1);
    }

    @Test
    void cutsAreTheSameInWholeNumbersAndInDecimals() {
        long cut = 500L << Units.INFLUENCE_BITS;
        for (long off = -200_000; off < 200_000; off += 1) {
            BigDecimal points = new BigDecimal(cut + off).divide(new BigDecimal(1L << Units.INFLUENCE_BITS));
            assertThat(Steps.ofScore(cut + off)).isEqualTo(Steps.ofScore(points, ROOT));
        }
    }

    private static ExactRefinement exact(Community community) {
        return new ExactRefinement(community, EPS_POINTS, 60L * Units.PER_POINT);
    }

    private static Community community(InfluencePolicy policy, SplittableRandom random, int members) {
        Community community = new Community(new Terms(policy), 0);
        for (int i = 0; i < members; i++) {
            int base = Units.ofPoints(350 + random.nextInt(601));
            community.join(base, community.terms().steps.place(random.nextDouble()), true);
        }
        new BulkLoad(community).load(sink -> {
            SplittableRandom ties = new SplittableRandom(members);
            for (int a = 0; a < members; a++) {
                for (int b = 0; b < a; b++) {
                    if (ties.nextInt(5) == 0) {
                        sink.tie(a, b, (1 + ties.nextInt(255)) / 255.0);
                    }
                }
            }
        });
        new FullSettle(community, EPS_POINTS, SettleProgress.SILENT).run(1);
        return community;
    }
}
