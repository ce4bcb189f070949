package dev.standing.influence.community;

import java.util.Arrays;

/**
 * Evaluates rows: T_K of the contributions of a member's ties, as exact integer sums. One per thread.
 *
 * <p>For any bar t, T_K{c} &lt;= K t + sum of (c - t)+, with equality where at most K contributions are above t and at
 * least K are not below it. The bar that held last time mostly holds again: then one pass without a branch on data does,
 * and the selection is spared. Where all count, as they are at most K, the bar says by how many fewer than K they are, as a
 * number not above 0: so many may join them before the row has to be read.
 *
 * <p>Two steps: {@link #hear} copies what friends told into a buffer that stays in the nearest cache, {@link #conclude} computes.
 * The first does so little for each tie that a processor has dozens of reads on their way at once, so many rows are best heard
 * before the first is concluded.
 */
public final class RowEvaluator {
    private static final int BOOST = 1;
    private static final int DRAG = -1;
    private static final byte[] NONE = {};

    private final Community community;
    private final int strongestTies;
    private final TopK topK = new TopK();
    private int[] heard = new int[2048];
    private long above;
    private int over;
    private int notBelow;
    private int bar;

    public RowEvaluator(Community community) {
        this.community = community;
        this.strongestTies = community.terms().strongestTies;
    }

    /** Brings the member's sums and bars up to date with what friends told. */
    public void evaluate(int i) {
        int arcs = community.ties().live(i);
        hear(i, arcs, 0);
        conclude(i, 0);
    }

    /** Copies what a row's first so many friends told to a place in the buffer, and says where the next may go. */
    public int hear(int i, int arcs, int at) {
        return arcs == 0
                ? at
                : hear(community.ties().neighbours(i), community.ties().offset(i), arcs, at);
    }

    /** Copies what these told. */
    public int hear(int[] ids, int from, int arcs, int at) {
        if (at + arcs > heard.length) {
            heard = Arrays.copyOf(heard, Math.max(at + arcs, 2 * heard.length));
        }
        int[] told = community.told;
        int[] buffer = heard;
        for (int k = 0; k < arcs; k++) {
            buffer[at + k] = told[ids[from + k]];
        }
        return at + arcs;
    }

    /** What ties of these weights to those who were heard there contribute to the member; says the largest, 0 at the least. */
    public int contributions(int i, byte[] weights, int from, int arcs, int at, int[] into) {
        int[] told = heard;
        int own = community.base[i];
        int most = 0;
        for (int k = 0; k < arcs; k++) {
            int contribution = (weights[from + k] & 255) * (told[at + k] - own);
            into[k] = contribution;
            most = Math.max(most, contribution);
        }
        return most;
    }

    /** Brings sums and bars up to date with what the whole row was heard to tell. */
    public void conclude(int i, int at) {
        TieRows rows = community.ties();
        int arcs = rows.live(i);
        if (arcs == 0) {
            conclude(i, NONE, 0, 0, at);
        } else {
            conclude(i, rows.weights(i), rows.offset(i), arcs, at);
        }
    }

    /** The same where only ties of these weights were heard, as no others can count. */
    public void conclude(int i, byte[] weights, int from, int arcs, int at) {
        Community c = community;
        boolean counts = c.counts(i);
        c.flags[i] = (byte) (counts ? c.flags[i] | Community.COUNTED : c.flags[i] & ~Community.COUNTED);
        if (!counts || !c.terms().boosts) {
            c.boostSum[i] = 0;
            c.boostBar[i] = 0;
        } else {
            c.boostSum[i] = strongest(i, BOOST, c.boostBar[i], weights, from, arcs, at);
            c.boostBar[i] = bar;
        }
        if (c.terms().drags) {
            concludeDrag(i, weights, from, arcs, at, counts);
        }
    }

    private void concludeDrag(int i, byte[] weights, int from, int arcs, int at, boolean counts) {
        Community c = community;
        if (!counts) {
            c.dragSum[i] = 0;
            c.dragBar[i] = 0;
        } else {
            c.dragSum[i] = strongest(i, DRAG, c.dragBar[i], weights, from, arcs, at);
            c.dragBar[i] = bar;
        }
    }

    /** The sum of the K strongest on one side, by the old bar if that still separates them; {@code bar} is the new one. */
    private long strongest(int i, int sign, int oldBar, byte[] weights, int from, int arcs, int at) {
        int line = Math.max(0, oldBar);
        boolean remembers = sign == DRAG && community.memory().live(i) > 0;
        if (addUp(i, sign, line, weights, from, arcs, at) && !remembers) {
            bar = line > 0 ? line : over - strongestTies;
            return above + (long) strongestTies * line;
        }
        long sum = select(i, sign, weights, from, arcs, at, floor(line));
        bar = topK.bar() > 0 ? topK.bar() : topK.count() - strongestTies;
        return sum;
    }

    /** Whether the bar separates the K strongest; then {@code above} is what they exceed it by. */
    private boolean addUp(int i, int sign, int line, byte[] weights, int from, int arcs, int at) {
        int[] told = heard;
        int own = community.base[i];
        long sum = 0;
        int greater = 0;
        int less = 0;
        for (int k = 0; k < arcs; k++) {
            int excess = sign * (weights[from + k] & 255) * (told[at + k] - own) - line;
            int mask = -excess >> 31;
            sum += excess & mask;
            greater -= mask;
            less += excess >>> 31;
        }
        above = sum;
        over = greater;
        notBelow = arcs - less;
        return over <= strongestTies && (line == 0 || notBelow >= strongestTies);
    }

    /** Where more than K are above the old bar, only those can be among the K; else all can. */
    private int floor(int bar) {
        return over > strongestTies ? bar : 0;
    }

    private long select(int i, int sign, byte[] weights, int from, int arcs, int at, int floor) {
        topK.clear();
        pack(i, sign, weights, from, arcs, at, floor);
        if (sign == DRAG && community.memory().live(i) > 0) {
            packRemembered(i, floor);
        }
        return topK.sum(strongestTies);
    }

    /** Contributions above the floor, close together. */
    private void pack(int i, int sign, byte[] weights, int from, int arcs, int at, int floor) {
        int[] told = heard;
        int own = community.base[i];
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
