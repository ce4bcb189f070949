package dev.standing.influence.publication;

import dev.standing.influence.rows.TopK;
import dev.standing.influence.store.Community;
import dev.standing.influence.store.Standing;
import dev.standing.influence.store.Steps;
import dev.standing.influence.store.Terms;
import dev.standing.influence.store.TieRows;
import dev.standing.influence.store.Units;

/**
 * Decides in which step each score is heard, and publishes what rows of friends so heard come to. One per thread.
 *
 * <p>A step is decided where the proven error leaves no other; where it leaves two, a {@link Refinement} goes on until it does not. So
 * it depends on bases, ties, consents and the day alone: not on how or in how many threads they were settled. The rest is sums of
 * whole numbers.
 */
public final class Publication {
    private final Community community;
    private final Terms terms;
    private final TopK topK;
    private final Refinement refinement;
    private final long error;
    private int[] contributions = new int[64];

    /** Of a community settled to this error. */
    public Publication(Community community, double epsPoints) {
        this.community = community;
        this.terms = community.terms();
        this.topK = new TopK(terms.strongestTies);
        this.refinement = new Refinement(community, epsPoints);
        this.error = terms.contraction() == 0 ? 0 : Units.influenceOfPoints(epsPoints) + 1;
    }

    /** Decides in which step the member's score is heard, and says whether it is another than before. */
    public boolean decide(int i) {
        long score = Standing.score(community.standing(i));
        long base = Units.unitsToInfluence(community.base(i));
        long off = community.counts(i) ? error : 0;
        int step = Steps.ofScore(terms.drags ? score - off : Math.max(base, score - off));
        if (step != Steps.ofScore(score + off)) {
            step = refinement.step(i);
        }
        return community.heard(i, step);
    }

    /** Publishes what the member's friends, as they are heard, add to their own base. */
    public void publish(int i) {
        boolean counts = community.counts(i);
        publish(i, counts && terms.boosts ? boosts(i) : 0, counts && terms.drags ? drags(i) : 0);
    }

    /** Publishes what the sums of the K strongest on each side come to. */
    public void publish(int i, long boostSum, long dragSum) {
        community.publish(i, Standing.of(community.own(i), terms.influence(boostSum, dragSum)));
    }

    private long boosts(int i) {
        int own = community.own(i);
        TieRows ties = community.ties();
        int arcs = ties.live(i);
        if (arcs == 0) {
            return 0;
        }
        int[] into = room(arcs);
        int[] ids = ties.neighbours(i);
        byte[] weights = ties.weights(i);
        int from = ties.offset(i);
        int[] heard = community.heard();
        for (int k = 0; k < arcs; k++) {
            into[k] = (weights[from + k] & 255) * (heard[ids[from + k]] - own);
        }
        int bar = community.publishedBar(i);
        long sum = bar > 0 ? topK.sumOver(bar, into, arcs) : -1;
        if (sum < 0) {
            sum = topK.sum(into, arcs);
            community.publishedBar(i, topK.bar());
        }
        return sum;
    }

    private long drags(int i) {
        int certain = terms.steps.certain(community.own(i));
        TieRows ties = community.ties();
        TieRows memory = community.memory();
        int arcs = ties.live(i);
        int remembered = memory.live(i);
        int[] heard = community.heard();
        int[] into = room(arcs + remembered);
        for (int k = 0; k < arcs; k++) {
            into[k] = ties.weight(i, k) * (certain - heard[ties.neighbour(i, k)]);
        }
        for (int k = 0; k < remembered; k++) {
            int below = certain - heard[memory.neighbour(i, k)];
            into[arcs + k] = community.rememberedDrag(memory.weight(i, k), memory.day(i, k), below);
        }
        return topK.sum(into, arcs + remembered);
    }

    private int[] room(int count) {
        if (contributions.length < count) {
            contributions = new int[Math.max(count, 2 * contributions.length)];
        }
        return contributions;
    }
}
