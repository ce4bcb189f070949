package dev.standing.influence.settle;

import dev.standing.influence.community.Community;
import dev.standing.influence.community.Terms;
import dev.standing.influence.community.TieRows;
import dev.standing.influence.community.Units;

/**
 * Moves the ties that can ever be among the K strongest to the front of each row, so that sweeps read only those.
 *
 * <p>All told values stay within the caps of their bases: b_j - C_d &lt;= x_j &lt;= b_j + C_b. So a contribution c of weight w stays
 * between c0 - w C_d and c0 + w C_b, where c0 is what it is at x = b. If at least K ties of a row have c0 &gt;= t, then the K-th
 * largest is never below t - 255 C_d, and a tie with c0 + w C_b below that never counts. The same holds for drags with the
 * caps exchanged.
 */
final class Contenders {
    /** More than any contribution and any lift of it. */
    private static final int NEVER = 1 << 30;

    private final Community community;
    private final int strongestTies;
    private final int lift;
    private final int drop;
    private int[] contributions = new int[64];

    Contenders(Community community) {
        Terms terms = community.terms();
        this.community = community;
        this.strongestTies = terms.strongestTies();
        this.lift = terms.upUnits();
        this.drop = terms.downUnits();
    }

    /** Reorders the live part of the row and says how many of its ties can count. */
    int prepare(int i) {
        int arcs = community.ties().live(i);
        if (arcs <= strongestTies + (strongestTies >> 2)) {
            return arcs;
        }
        int highest = load(i, arcs);
        int reached = kthAtLeast(arcs, highest, 1);
        community.startBar(i, reached - 1);
        int boostLine = Math.max(1, reached - Units.FULL_WEIGHT * drop);
        int dragLine = NEVER;
        if (community.terms().drags()) {
            dragLine = Math.max(1, kthAtLeast(arcs, highest(arcs), -1) - Units.FULL_WEIGHT * lift);
        }
        return partition(i, arcs, boostLine, dragLine);
    }

    private int load(int i, int arcs) {
        if (contributions.length < arcs) {
            contributions = new int[Math.max(arcs, 2 * contributions.length)];
        }
        int[] c = contributions;
        int[] base = community.base();
        int own = base[i];
        TieRows rows = community.ties();
        int[] ids = rows.neighbours(i);
        byte[] weights = rows.weights(i);
        int from = rows.offset(i);
        int most = 0;
        for (int k = 0; k < arcs; k++) {
            int v = (weights[from + k] & 255) * (base[ids[from + k]] - own);
            c[k] = v;
            most = Math.max(most, v);
        }
        return most;
    }

    private int highest(int arcs) {
        int least = 0;
        for (int k = 0; k < arcs; k++) {
            least = Math.min(least, contributions[k]);
        }
        return -least;
    }

    /** A value, 0 at the least, that at least K contributions reach unless it is 0; found by halving, longer in longer rows. */
    private int kthAtLeast(int arcs, int highest, int sign) {
        int low = 0;
        int high = highest;
        int rounds = 32 - Integer.numberOfLeadingZeros(arcs);
        for (int round = 0; round < rounds && high - low > 1; round++) {
            int line = low + (high - low) / 2;
            int reach = reaching(arcs, line, sign);
            if (reach < strongestTies) {
                high = line;
            } else {
                low = line;
                if (reach <= strongestTies + (strongestTies >> 2)) {
                    break;
                }
            }
        }
        return low;
    }

    private int reaching(int arcs, int line, int sign) {
        int[] c = contributions;
        int less = 0;
        for (int k = 0; k < arcs; k++) {
            less += (sign * c[k] - line) >>> 31;
        }
        return arcs - less;
    }

    private int partition(int i, int arcs, int boostLine, int dragLine) {
        int[] c = contributions;
        TieRows rows = community.ties();
        int[] ids = rows.neighbours(i);
        byte[] weights = rows.weights(i);
        int from = rows.offset(i);
        int front = from;
        for (int k = from; k < from + arcs; k++) {
            int id = ids[k];
            byte weight = weights[k];
            int steps = weight & 255;
            int v = c[k - from];
            // steps * cap is at most 255 * 600 * 4096, as is v: their sum fits an int.
            int boosts = (boostLine - 1 - (v + steps * lift)) >>> 31;
            int drags = (dragLine - 1 - (steps * drop - v)) >>> 31;
            ids[k] = ids[front];
            weights[k] = weights[front];
            ids[front] = id;
            weights[front] = weight;
            front += boosts | drags;
        }
        return front - from;
    }
}
