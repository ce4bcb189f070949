package dev.standing.influence.analysis;

import dev.standing.influence.report.RingReport;
import dev.standing.influence.store.Community;
import dev.standing.influence.store.Standing;
import dev.standing.influence.store.TieRows;
import dev.standing.influence.store.Units;
import java.util.BitSet;

/** Measures how far a set of members lifts anyone in it above what somebody earned. */
public final class Rings {
    private final Community community;

    public Rings(Community community) {
        this.community = community;
    }

    public RingReport report(int... members) {
        BitSet ring = new BitSet();
        for (int member : members) {
            ring.set(member);
        }
        double base = 0;
        double score = 0;
        double outside = 0;
        for (int i = ring.nextSetBit(0); i >= 0; i = ring.nextSetBit(i + 1)) {
            base = Math.max(base, Units.toPoints(community.own(i)));
            score = Math.max(score, Standing.scorePoints(community.published(i)));
            outside = Math.max(outside, outside(i, ring));
        }
        double lift = Math.max(0, score - Math.max(base, outside));
        return new RingReport(ring.cardinality(), base, outside, score, lift);
    }

    private double outside(int i, BitSet ring) {
        TieRows ties = community.ties();
        double best = 0;
        int arcs = community.consents(i) ? ties.live(i) : 0;
        for (int k = 0; k < arcs; k++) {
            int friend = ties.neighbour(i, k);
            if (!ring.get(friend)) {
                best = Math.max(best, Standing.scorePoints(community.published(friend)));
            }
        }
        return best;
    }
}
