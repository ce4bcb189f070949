package dev.standing.influence.community;

import java.util.Arrays;

/**
 * Evaluates rows: T_K of the contributions of a member's ties, as exact integer sums. One per thread.
 *
 * <p>For any bar t, T_K{c} &lt;= K t + sum of (c - t)+, with equality where at most K contributions are above t and at
 * least K are not below it. The bar that held last time mostly holds again: then one pass without a branch on data does,
 * and the selection is spared.
 *
 * <p>Two steps: {@link #hear} copies what friends told into a buffer that stays in the nearest cache, {@link #conclude} computes.
 * The first does so little for each tie that a processor has dozens of reads on their way at once, so many rows are best heard
 * before the first is concluded.
 */
public final class RowEvaluator {
    private static final int BOOST = 1;
    private static final int DRAG = -1;

    private final Community community;
    private final int strongestTies;
    private final TopK topK = new TopK();
    private int[] heard = new int[2048];
    private long above;
    private int over;
    private int notBelow;

    public RowEvaluator(Community community) {
        this.community = community;
        this.strongestTies = community.terms().strongestTies;
    }

    /** Brings the member's sums and bars up to date with what friends told. */
    public void evaluate(int i) {
        int arcs = community.ties().live(i);
        hear(i, arcs, 0);
        conclude(i, arcs, 0);
    }

    /** Copies what the first so many friends of a row told to a place in the buffer, and says where the next may go. */
    public int hear(int i, int arcs, int at) {
        if (arcs == 0) {
            return at;
        }
        if (at + arcs > heard.length) {
            heard = Arrays.copyOf(heard, Math.max(at + arcs, 2 * heard.length));
        }
        int[] told = community.told;
        int[] ids = community.ties().neighbours(i);
        int from = community.ties().offset(i);
        int[] buffer = heard;
        for (int k = 0; k < arcs; k++) {
            buffer[at + k] = told[ids[from + k]];
        }
        return at + arcs;
    }

    /** Brings sums and bars up to date with what was heard there. */
    public void conclude(int i, int arcs, int at) {
        Community c = community;
        boolean counts = c.counts(i);
        c.flags[i] = (byte) (counts ? c.flags[i] | Community.COUNTED : c.flags[i] & ~Community.COUNTED);
        if (!counts || !c.terms().boosts) {
            c.boostSum[i] = 0;
            c.boostBar[i] = 0;
        } else if (addUp(i, BOOST, c.boostBar[i], arcs, at)) {
            c.boostSum[i] = above + (long) strongestTies * c.boostBar[i];
        } else {
            c.boostSum[i] = select(i, BOOST, arcs, at, floor(c.boostBar[i]));
            c.boostBar[i] = topK.bar();
        }
        if (c.terms().drags) {
            concludeDrag(i, arcs, at, counts);
        }
    }

    private void concludeDrag(int i, int arcs, int at, boolean counts) {
        Community c = community;
        if (!counts) {
            c.dragSum[i] = 0;
            c.dragBar[i] = 0;
        } else if (addUp(i, DRAG, c.dragBar[i], arcs, at) && c.memory().live(i) == 0) {
            c.dragSum[i] = above + (long) strongestTies * c.dragBar[i];
        } else {
            c.dragSum[i] = select(i, DRAG, arcs, at, floor(c.dragBar[i]));
            c.dragBar[i] = topK.bar();
        }
    }

    /** Whether the bar separates the K strongest; then {@code above} is what they exceed it by. */
    private boolean addUp(int i, int sign, int bar, int arcs, int at) {
        over = 0;
        notBelow = 0;
        above = 0;
        if (arcs > 0) {
            pass(i, sign, bar, arcs, at);
        }
        return over <= strongestTies && (bar == 0 || notBelow >= strongestTies);
    }

    private void pass(int i, int sign, int bar, int arcs, int at) {
        int[] told = heard;
        int own = community.base[i];
        TieRows rows = community.ties();
        byte[] weights = rows.weights(i);
        int from = rows.offset(i);
        long sum = 0;
        int greater = 0;
        int less = 0;
        for (int k = 0; k < arcs; k++) {
            int excess = sign * (weights[from + k] & 255) * (told[at + k] - own) - bar;
            int mask = -excess >> 31;
            sum += excess & mask;
            greater -= mask;
            less += excess >>> 31;
        }
        above = sum;
        over = greater;
        notBelow = arcs - less;
    }

    /** Where more than K are above the old bar, only those can be among the K; else all can. */
    private int floor(int bar) {
        return over > strongestTies ? bar : 0;
    }

    private long select(int i, int sign, int arcs, int at, int floor) {
        topK.clear();
        if (arcs > 0) {
            pack(i, sign, arcs, at, floor);
        }
        if (sign == DRAG && community.memory().live(i) > 0) {
            packRemembered(i, floor);
        }
        return topK.sum(strongestTies);
    }

    /** Contributions above the floor, close together. */
    private void pack(int i, int sign, int arcs, int at, int floor) {
        int[] told = heard;
        int own = community.base[i];
        TieRows rows = community.ties();
        byte[] weights = rows.weights(i);
        int from = rows.offset(i);
        int[] room = topK.room(arcs + 1);
        int n = topK.count();
        for (int k = 0; k < arcs; k++) {
            int contribution = sign * (weights[from + k] & 255) * (told[at + k] - own);
            room[n] = contribution;
            n += (floor - contribution) >>> 31;
        }
        topK.grew(n);
    }

    private void packRemembered(int i, int floor) {
        Community c = community;
        TieRows rows = c.memory();
        int arcs = rows.live(i);
        int[] ids = rows.neighbours(i);
        byte[] weights = rows.weights(i);
        int[] days = rows.days(i);
        int from = rows.offset(i);
        int[] room = topK.room(arcs + 1);
        int n = topK.count();
        for (int k = from; k < from + arcs; k++) {
            int drag = c.rememberedDrag(weights[k] & 255, days[k], c.base[i] - c.told[ids[k]]);
            room[n] = drag;
            n += (floor - drag) >>> 31;
        }
        topK.grew(n);
    }
}
