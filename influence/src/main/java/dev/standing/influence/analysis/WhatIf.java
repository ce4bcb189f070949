package dev.standing.influence.analysis;

import dev.standing.influence.store.Community;
import dev.standing.influence.store.TieRows;
import java.util.Arrays;

/**
 * What a member's score would be without one of their ties, with everything that follows from it. Works on values of its own, so
 * that the community is not changed. One per thread.
 *
 * <p>The tie is left out of both rows, then rows are evaluated until no value is further than tau from its row's. As the
 * other rows were settled before, the error rule bounds the score by q tau / (1 - q).
 */
final class WhatIf {
    private final Community community;
    private final RowModel model;
    private final double[] settled;
    private final double[] values;
    private final double tau;
    private final boolean[] waiting;
    private int[] queue = new int[64];
    private int queued;
    private int[] moved = new int[64];
    private int movedCount;
    private long rowsEvaluated;

    WhatIf(Community community, RowModel model, double[] settled, double epsPoints) {
        this.community = community;
        this.model = model;
        this.settled = settled;
        this.values = settled.clone();
        this.waiting = new boolean[settled.length];
        double q = model.contraction();
        this.tau = q == 0 ? Double.MAX_VALUE : epsPoints * (1 - q) / q;
    }

    long rowsEvaluated() {
        return rowsEvaluated;
    }

    /** What is then published of the member less what is now, in points. */
    double gain(int member, int friend) {
        await(member);
        await(friend);
        while (queued > 0) {
            int i = queue[--queued];
            waiting[i] = false;
            double value = evaluate(i, member, friend);
            if (Math.abs(value - values[i]) > tau) {
                set(i, value);
                spread(i);
            }
        }
        rowsEvaluated++;
        double gain = model.published(member, values, friend) - model.published(member, settled, -1);
        for (int k = 0; k < movedCount; k++) {
            values[moved[k]] = settled[moved[k]];
        }
        movedCount = 0;
        return gain;
    }

    private double evaluate(int i, int member, int friend) {
        rowsEvaluated++;
        return model.evaluate(i, values, i == member ? friend : i == friend ? member : -1);
    }

    private void set(int i, double value) {
        if (values[i] == settled[i]) {
            if (movedCount == moved.length) {
                moved = Arrays.copyOf(moved, 2 * movedCount);
            }
            moved[movedCount++] = i;
        }
        values[i] = value;
    }

    private void spread(int i) {
        spread(community.ties(), i);
        spread(community.memory(), i);
    }

    private void spread(TieRows rows, int i) {
        int arcs = rows.live(i);
        for (int k = 0; k < arcs; k++) {
            await(rows.neighbour(i, k));
        }
    }

    private void await(int i) {
        if (!waiting[i]) {
            waiting[i] = true;
            if (queued == queue.length) {
                queue = Arrays.copyOf(queue, 2 * queued);
            }
            queue[queued++] = i;
        }
    }
}
