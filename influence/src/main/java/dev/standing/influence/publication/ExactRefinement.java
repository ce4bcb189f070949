package dev.standing.influence.publication;

import dev.standing.influence.store.Community;
import dev.standing.influence.store.Standing;
import dev.standing.influence.store.Steps;
import dev.standing.influence.store.Terms;
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
 * As {@link Refinement}, with as many digits as it takes. It comes to an end, as no score is at a cut: scores are rational, as the solution
 * of linear equations with rational coefficients, and cuts are not.
 */
final class ExactRefinement {
    private static final BigDecimal UNIT = new BigDecimal(1.0 / Units.PER_POINT);
    private static final BigDecimal BIT = new BigDecimal(1.0 / (1L << Units.INFLUENCE_BITS));
    private static final MathContext UP = new MathContext(20, RoundingMode.CEILING);
    private static final int FIRST_DIGITS = 16;

    private final Community community;
    private final Terms terms;
    private final BigDecimal eps;
    private final long off;
    private final BigDecimal q;
    private final BigDecimal boostShare;
    private final BigDecimal dragShare;
    private final BigDecimal mostUp;
    private final BigDecimal mostDown;
    private final BigDecimal divisor;

    private int digits = FIRST_DIGITS;
    private final Map<Long, BigDecimal> known = new HashMap<>();

    ExactRefinement(Community community, double epsPoints, long off) {
        this.community = community;
        this.terms = community.terms();
        this.eps = new BigDecimal(epsPoints);
        this.off = off;
        this.boostShare = terms.boosts ? BigDecimal.valueOf(terms.policy().boostShare()) : BigDecimal.ZERO;
        this.dragShare = terms.drags ? BigDecimal.valueOf(terms.policy().dragShare()) : BigDecimal.ZERO;
        this.q = boostShare.add(dragShare);
        this.mostUp = BigDecimal.valueOf(terms.policy().boostCapPoints());
        this.mostDown = BigDecimal.valueOf(terms.policy().dragCapPoints());
        long steps = (long) terms.strongestTies * Units.FULL_WEIGHT;
        this.divisor = BigDecimal.valueOf(steps * Candidates.days(community));
    }

    int step(int i) {
        digits = FIRST_DIGITS;
        int level = 1;
        while (true) {
            BigDecimal rounding = BigDecimal.ONE.movePointLeft(digits).divide(BigDecimal.ONE.subtract(q), UP);
            BigDecimal inherited = q.pow(level, UP).multiply(eps);
            BigDecimal score = score(i, level);
            BigDecimal error = inherited.add(rounding);
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
        BigDecimal influence = BigDecimal.ZERO;
        if (terms.boosts) {
            influence = influence.add(boostShare.multiply(strongest(i, level, Candidates.boosts(community, i, off))));
        }
        if (terms.drags) {
            influence =
                    influence.subtract(dragShare.multiply(strongest(i, level, Candidates.drags(community, i, off))));
        }
        return influence.divide(divisor, digits, RoundingMode.FLOOR).min(mostUp).max(mostDown.negate());
    }

    private BigDecimal strongest(int i, int level, Candidates candidates) {
        List<BigDecimal> contributions = new ArrayList<>();
        for (int k = 0; k < candidates.count; k++) {
            BigDecimal gap = score(candidates.friends[k], level - 1).subtract(base(i));
            contributions.add(gap.multiply(BigDecimal.valueOf(candidates.weights[k])));
        }
        contributions.sort(Comparator.reverseOrder());
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k < Math.min(terms.strongestTies, contributions.size()); k++) {
            sum = sum.add(contributions.get(k).max(BigDecimal.ZERO));
        }
        return sum;
    }
}
