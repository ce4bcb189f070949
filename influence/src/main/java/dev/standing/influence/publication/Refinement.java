package dev.standing.influence.publication;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.rows.TopK;
import dev.standing.influence.store.Community;
import dev.standing.influence.store.Standing;
import dev.standing.influence.store.Steps;
import dev.standing.influence.store.Terms;
import dev.standing.influence.store.TieRows;
import dev.standing.influence.store.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the step of a score that the proven error leaves two for: by what friends' scores come to, then by what their friends' scores
 * come to, and so on. Each level makes the error smaller by q, until it holds no cut. One per thread.
 *
 * <p>It comes to an end, as no score is at a cut: scores are rational, as the solution of linear equations with rational coefficients,
 * cuts are not. At q 0.05 it reads some ten scores for all but one decision in twenty, whose friends' rows it reads too.
 *
 * <p>All whose scores it read are watched: as long as none of them moves, the decision stands.
 */
final class Refinement {
    private static final BigDecimal UNIT = new BigDecimal(1.0 / Units.PER_POINT);
    private static final BigDecimal BIT = new BigDecimal(1.0 / (1L << Units.INFLUENCE_BITS));
    private static final MathContext UP = new MathContext(20, RoundingMode.CEILING);
    private static final int FIRST_DIGITS = 16;

    private final Community community;
    private final Terms terms;
    private final TopK topK;
    private final BigDecimal eps;
    private final BigDecimal q;
    private final BigDecimal boostShare;
    private final BigDecimal dragShare;
    private final BigDecimal mostUp;
    private final BigDecimal mostDown;
    private final BigDecimal divisor;
    private final int memoryDays;
    /** Further than what a friend was told is from the friend's exact score, twice, as a contribution. */
    private final long slack;

    private int digits = FIRST_DIGITS;
    private final Map<Long, BigDecimal> known = new HashMap<>();

    Refinement(Community community, double epsPoints) {
        this.community = community;
        this.terms = community.terms();
        InfluencePolicy policy = terms.policy();
        this.topK = new TopK(terms.strongestTies);
        this.eps = new BigDecimal(epsPoints);
        this.boostShare = terms.boosts ? BigDecimal.valueOf(policy.boostShare()) : BigDecimal.ZERO;
        this.dragShare = terms.drags ? BigDecimal.valueOf(policy.dragShare()) : BigDecimal.ZERO;
        this.q = boostShare.add(dragShare);
        this.mostUp = BigDecimal.valueOf(policy.boostCapPoints());
        this.mostDown = BigDecimal.valueOf(policy.dragCapPoints());
        this.memoryDays = Math.max(1, terms.memoryDays);
        this.divisor = BigDecimal.valueOf((long) terms.strongestTies * Units.FULL_WEIGHT * memoryDays);
        long off = Units.influenceToUnits(terms.threshold(epsPoints)) + Units.ofPoints(epsPoints) + 2L;
        this.slack = 2 * Units.FULL_WEIGHT * off;
    }

    int step(int i) {
        digits = FIRST_DIGITS;
        int level = 1;
        while (true) {
            BigDecimal rounding = BigDecimal.ONE.movePointLeft(digits).divide(BigDecimal.ONE.subtract(q), UP);
            BigDecimal inherited = q.pow(level, UP).multiply(eps);
            BigDecimal score = score(i, level);
            BigDecimal error = inherited.add(rounding);
            // The root is known to a digit more than scores are: it is within the error too.
            BigDecimal root = new BigDecimal(2).sqrt(new MathContext(digits));
            int step = Steps.ofScore(score.subtract(error), root.subtract(root.ulp()));
            if (step == Steps.ofScore(score.add(error), root.add(root.ulp()))) {
                watch(i);
                return step;
            }
            level++;
            if (inherited.compareTo(rounding) < 0) {
                digits *= 2;
                known.clear();
            }
        }
    }

    private void watch(int i) {
        for (long read : known.keySet()) {
            community.watch((int) read, i);
        }
        known.clear();
    }

    /** In points, not further than eps q^level, and what rounding adds, from the exact score. */
    private BigDecimal score(int i, int level) {
        long key = ((long) level << 32) | i;
        BigDecimal score = known.get(key);
        if (score == null) {
            score = level == 0
                    ? BigDecimal.valueOf(Standing.score(community.standing(i))).multiply(BIT)
                    : base(i).add(influence(i, level));
            known.put(key, score);
        }
        return score;
    }

    private BigDecimal base(int i) {
        return BigDecimal.valueOf(community.base(i)).multiply(UNIT);
    }

    private BigDecimal influence(int i, int level) {
        if (!community.counts(i)) {
            return BigDecimal.ZERO;
        }
        BigDecimal boost = terms.boosts ? boostShare.multiply(boosts(i, level)) : BigDecimal.ZERO;
        BigDecimal drag = terms.drags ? dragShare.multiply(drags(i, level)) : BigDecimal.ZERO;
        return boost.subtract(drag)
                .divide(divisor, digits, RoundingMode.FLOOR)
                .min(mostUp)
                .max(mostDown.negate());
    }

    /** In steps of weight times days of memory times points, as drags are, so that both are exact. */
    private BigDecimal boosts(int i, int level) {
        return strongest(current(i, level, 1, current(i, 1)));
    }

    private BigDecimal drags(int i, int level) {
        TieRows memory = community.memory();
        int[] told = current(i, -1);
        List<BigDecimal> drags = current(i, level, -1, told);
        for (int k = 0; k < memory.live(i); k++) {
            long weight = (long) memory.weight(i, k) * Math.max(0, community.daysLeft(memory.day(i, k)));
            BigDecimal below = base(i).subtract(score(memory.neighbour(i, k), level - 1));
            drags.add(below.multiply(BigDecimal.valueOf(weight)));
        }
        return strongest(drags);
    }

    /** What each current tie contributes by what was told. */
    private int[] current(int i, int sign) {
        TieRows ties = community.ties();
        int[] told = new int[ties.live(i)];
        for (int k = 0; k < told.length; k++) {
            told[k] = sign * ties.weight(i, k) * (community.told(ties.neighbour(i, k)) - community.base(i));
        }
        return told;
    }

    /** What those contribute that can be among the strongest, as far as what was told may be off. */
    private List<BigDecimal> current(int i, int level, int sign, int[] told) {
        TieRows ties = community.ties();
        topK.sum(told, told.length);
        long line = Math.max(0, topK.bar()) - slack;
        BigDecimal base = base(i);
        List<BigDecimal> found = new ArrayList<>();
        for (int k = 0; k < told.length; k++) {
            if (told[k] >= line) {
                BigDecimal gap = score(ties.neighbour(i, k), level - 1).subtract(base);
                found.add(gap.multiply(BigDecimal.valueOf((long) sign * ties.weight(i, k) * memoryDays)));
            }
        }
        return found;
    }

    private BigDecimal strongest(List<BigDecimal> contributions) {
        contributions.sort(Comparator.reverseOrder());
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k < Math.min(terms.strongestTies, contributions.size()); k++) {
            sum = sum.add(contributions.get(k).max(BigDecimal.ZERO));
        }
        return sum;
    }
}
