package dev.standing.influence.rows;

import dev.standing.influence.store.Community;
import dev.standing.influence.store.TieRows;

/**
 * Evaluates rows one by one: T_K of what a member's ties contribute, as exact integer sums. One per thread.
 *
 * <p>For any bar t, T_K{c} &lt;= K t + sum of (c - t)+, with equality where at most K contributions are above t and at
 * least K are not below it. The bar that held last time mostly holds again: then one pass does, and the selection is spared.
 */
public final class RowEvaluator {
    private final Community community;
    private final TopK topK;
    private int[] pulls = new int[64];
    private int[] drags = {};

    public RowEvaluator(Community community) {
        this.community = community;
        this.topK = new TopK(community.terms().strongestTies);
    }

    /** Brings the member's sums and bars up to date with what friends told. */
    public void evaluate(int i) {
        Community c = community;
        if (!c.counts(i)) {
            c.unmark(i, Community.COUNTED);
            c.boost(i, 0, 0);
            c.drag(i, 0, 0);
            return;
        }
        c.mark(i, Community.COUNTED);
        int arcs = pull(i);
        if (c.terms().boosts) {
            long sum = strongest(pulls, arcs, c.boostBar(i));
            c.boost(i, sum, topK.bar());
        }
        if (c.terms().drags) {
            int count = drag(i, arcs);
            long sum = strongest(drags, count, c.dragBar(i));
            c.drag(i, sum, topK.bar());
        }
    }

    /** What each tie contributes, w (x - b): upwards where positive, downwards where negative. Says how many there are. */
    private int pull(int i) {
        TieRows ties = community.ties();
        int arcs = ties.live(i);
        if (arcs == 0) {
            return 0;
        }
        if (pulls.length < arcs) {
            pulls = new int[Math.max(arcs, 2 * pulls.length)];
        }
        int[] ids = ties.neighbours(i);
        byte[] weights = ties.weights(i);
        int from = ties.offset(i);
        int[] told = community.told();
        int[] into = pulls;
        int own = community.base(i);
        for (int k = 0; k < arcs; k++) {
            into[k] = (weights[from + k] & 255) * (told[ids[from + k]] - own);
        }
        return arcs;
    }

    /** The sum of the K strongest, by the old bar if that still separates them. */
    private long strongest(int[] contributions, int count, int oldBar) {
        if (oldBar > 0) {
            long sum = topK.sumOver(oldBar, contributions, count);
            if (sum >= 0) {
                return sum;
            }
        }
        return topK.sum(contributions, count);
    }

    /** Turns pulls round, adds what remembered ties drag, and says how many there are. */
    private int drag(int i, int arcs) {
        Community c = community;
        TieRows memory = c.memory();
        int remembered = memory.live(i);
        if (drags.length < arcs + remembered) {
            drags = new int[Math.max(arcs + remembered, 2 * drags.length)];
        }
        for (int k = 0; k < arcs; k++) {
            drags[k] = -pulls[k];
        }
        if (remembered > 0) {
            int[] ids = memory.neighbours(i);
            byte[] weights = memory.weights(i);
            int[] days = memory.days(i);
            int from = memory.offset(i);
            for (int k = 0; k < remembered; k++) {
                int below = c.base(i) - c.told(ids[from + k]);
                drags[arcs + k] = c.rememberedDrag(weights[from + k] & 255, days[from + k], below);
            }
        }
        return arcs + remembered;
    }
}
