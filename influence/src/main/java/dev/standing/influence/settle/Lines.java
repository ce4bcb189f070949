package dev.standing.influence.settle;

import dev.standing.influence.community.Community;
import dev.standing.influence.community.Terms;
import dev.standing.influence.community.Units;

/**
 * What a contribution of a row at x = b has to reach to be among the K strongest ever.
 *
 * <p>All told values stay within the caps of their bases: b_j - C_d &lt;= x_j &lt;= b_j + C_b. So a contribution c of weight w stays
 * between c0 - w C_d and c0 + w C_b, where c0 is what it is at x = b. If at least K ties of a row have c0 &gt;= t, then the K-th
 * largest is never below t - 255 C_d, and a tie with c0 + w C_b below that never counts. The same holds for drags with the
 * caps exchanged.
 *
 * @param boostLine above 0
 * @param dragLine above 0
 */
record Lines(int boostLine, int dragLine, int lift, int drop) {
    /** More than any contribution and any lift of it. */
    private static final int NEVER = 1 << 30;

    /** Of a row that was evaluated at x = b: its bars are reached by K ties, where they are above 0. */
    static Lines of(Community community, int i) {
        Terms terms = community.terms();
        int lift = terms.upUnits();
        int drop = terms.downUnits();
        int boost = terms.boosts() ? Math.max(1, community.boostBar(i) - Units.FULL_WEIGHT * drop) : NEVER;
        int drag = terms.drags() ? Math.max(1, community.dragBar(i) - Units.FULL_WEIGHT * lift) : NEVER;
        return new Lines(boost, drag, lift, drop);
    }

    /** 1 for a contender, 0 for others; without a branch, as nobody can guess which it is. */
    int reached(int contribution, int steps) {
        // steps * cap is at most 255 * 600 * 4096, as is a contribution: their sum fits an int.
        int boosts = (boostLine - 1 - (contribution + steps * lift)) >>> 31;
        int drags = (dragLine - 1 - (steps * drop - contribution)) >>> 31;
        return boosts | drags;
    }
}
