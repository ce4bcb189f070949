package dev.standing.influence.publication;

import dev.standing.influence.store.Community;
import dev.standing.influence.store.Standing;
import dev.standing.influence.store.Steps;
import dev.standing.influence.store.Terms;
import dev.standing.influence.store.Units;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the step of a score that the proven error leaves two for: by what friends' scores come to, then by what their friends' scores
 * come to, and so on. Each level makes the error smaller by q, until it holds no cut; at q 0.05, one decision in twenty needs the second.
 * Where doubles are not fine enough, {@link ExactRefinement} goes on. One per thread.
 *
 * <p>All whose scores it read are watched: as long as none of them moves, the decision stands.
 */
final class Refinement {
    /** More than rounding can add: sums of 1,000 numbers of at most 600 * 255 are off by 3e-9 of q, a row after the other by 1 / (1 - q). */
    private static final double ROUNDING_POINTS = 1e-8;

    private final Community community;
    private final Terms terms;
    private final ExactRefinement exact;
    private final double epsPoints;
    private final long off;
    private final double boostPerSum;
    private final double dragPerSum;
    private final Map<Long, Double> known = new HashMap<>();
    private int[] read = new int[64];
    private int readCount;

    Refinement(Community community, double epsPoints) {
        this.community = community;
        this.terms = community.terms();
        this.epsPoints = epsPoints;
        this.off = Units.influenceToUnits(terms.threshold(epsPoints)) + Units.ofPoints(epsPoints) + 2L;
        this.exact = new ExactRefinement(community, epsPoints, off);
        double divisor = (double) terms.strongestTies * Units.FULL_WEIGHT * Candidates.days(community);
        this.boostPerSum = terms.boosts ? terms.policy().boostShare() / divisor : 0;
        this.dragPerSum = terms.drags ? terms.policy().dragShare() / divisor : 0;
    }

    int step(int i) {
        double q = terms.contraction();
        double rounding = ROUNDING_POINTS / (1 - q);
        double inherited = epsPoints;
        readCount = 0;
        for (int level = 1; inherited > rounding; level++) {
            inherited *= q;
            double score = score(i, level);
            double error = inherited + rounding;
            int step = Steps.ofScore(Units.influenceOfPoints(score - error) - 1);
            if (step == Steps.ofScore(Units.influenceOfPoints(score + error) + 1)) {
                known.clear();
                for (int k = 0; k < readCount; k++) {
                    community.watch(read[k], i);
                }
                return step;
            }
        }
        known.clear();
        return exact.step(i);
    }

    /** In points, not further than eps q^level, and what rounding adds, from the exact score. */
    private double score(int i, int level) {
        if (level == 0) {
            noteRead(i);
            return Standing.scorePoints(community.standing(i));
        }
        long key = ((long) level << 32) | i;
        Double score = known.get(key);
        if (score == null) {
            noteRead(i);
            score = Units.toPoints(community.base(i)) + influence(i, level);
            known.put(key, score);
        }
        return score;
    }

    private void noteRead(int i) {
        if (readCount == read.length) {
            read = Arrays.copyOf(read, 2 * readCount);
        }
        read[readCount++] = i;
    }

    private double influence(int i, int level) {
        if (!community.counts(i)) {
            return 0;
        }
        double influence = 0;
        if (terms.boosts) {
            influence += boostPerSum * strongest(i, level, Candidates.boosts(community, i, off));
        }
        if (terms.drags) {
            influence -= dragPerSum * strongest(i, level, Candidates.drags(community, i, off));
        }
        return Math.clamp(
                influence, -terms.policy().dragCapPoints(), terms.policy().boostCapPoints());
    }

    private double strongest(int i, int level, Candidates candidates) {
        double base = Units.toPoints(community.base(i));
        double[] contributions = new double[candidates.count];
        for (int k = 0; k < contributions.length; k++) {
            contributions[k] = candidates.weights[k] * (score(candidates.friends[k], level - 1) - base);
        }
        Arrays.sort(contributions);
        double sum = 0;
        for (int k = contributions.length - 1; k >= Math.max(0, contributions.length - terms.strongestTies); k--) {
            sum += Math.max(0, contributions[k]);
        }
        return sum;
    }
}
