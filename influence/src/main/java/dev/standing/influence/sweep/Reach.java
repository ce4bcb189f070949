package dev.standing.influence.sweep;

import dev.standing.influence.rows.ToldSteps;
import dev.standing.influence.store.Terms;
import dev.standing.influence.store.Units;

/**
 * How far contributions can be from what the first sweep of a settle without drags sees, in any later one.
 *
 * <p>All later x of a member lie between b and b + a (top - b), as no boost is more than a times the way to the top of the scale;
 * nor are they above b + cap. The first sweep sees x0 = b + l (top - b), give or take a step. Put in terms of a contribution
 * c = w (x0 - own), with w at most 1: later ones are at least (1 + g) c - g (top - own) with g = l / (1 - l), and at most
 * (1 - k) c + k (top - own) with k = (a - l) / (1 - l).
 */
final class Reach {
    /** Of what is seen and of what is told later, each rounded to a step. */
    private static final int OFF = 2 * ToldSteps.FARTHEST + 2;

    /** Of the most that ties may add: about what ten of thirty friends make of it, where bases and weights are of all sizes. */
    private static final double EXPECTED = 0.25;

    private final double lift;
    private final double share;
    private final int cap;
    private final double under;
    private final double over;
    private final double wider;

    Reach(Terms terms) {
        this.lift = terms.contraction() * EXPECTED;
        this.share = terms.contraction();
        this.cap = Units.influenceToUnits(terms.mostUp()) + 1;
        this.under = lift / (1 - lift);
        this.over = (share - lift) / (1 - lift);
        this.wider = 1 / (1 - over);
    }

    /** Where a settle begins: a base, lifted by what ties may be expected to add to it. A settle may begin anywhere, and the nearer the sooner it ends. */
    int lifted(int base) {
        return base + (int) (lift * (ToldSteps.TOP - base));
    }

    /** The most that a member of this base may ever tell, in units. */
    int mostTold(int base) {
        return base + Math.min(cap, (int) (share * (ToldSteps.TOP - base)) + 1);
    }

    /** The most that a tie may ever contribute to a member of this base. */
    static int most(int base) {
        return Units.FULL_WEIGHT * (ToldSteps.TOP + OFF - base);
    }

    /** Where K contributions are above a line in the first sweep, K are always above this one. */
    int bound(int base, int line) {
        return (int) ((1 + under) * line - Units.FULL_WEIGHT * (under * (ToldSteps.TOP - base) + OFF)) - 1;
    }

    /** Contributions that are not above this in the first sweep are never above the bound. */
    int floor(int base, int bound) {
        double byShare = (bound - Units.FULL_WEIGHT * (over * (ToldSteps.TOP - base) + OFF)) * wider;
        double byCap = bound - Units.FULL_WEIGHT * (double) (cap + OFF);
        return (int) Math.max(byShare, byCap) - 1;
    }
}
