package dev.standing.influence.sweep;

import dev.standing.influence.rows.HeardRows;
import dev.standing.influence.rows.Lanes;
import dev.standing.influence.rows.LongRow;
import dev.standing.influence.rows.ToldSteps;
import dev.standing.influence.store.Community;
import dev.standing.influence.store.Units;

/** The {@link FirstSweep} of one thread. It tells through the arrays for loops alone; records follow when the second sweep writes them. */
public final class Forecast {
    private final Community community;
    private final ToldSteps begun;
    private final ToldSteps told;
    private final Contenders.Room room;
    private final Reach reach;
    private final double unitsPerSum;
    private final HeardRows rows = new HeardRows();
    private final Lanes lanes;
    private final LongRow alone;
    private int farthest;
    private long arcs;

    Forecast(Community community, Reach reach, ToldSteps begun, ToldSteps told, Contenders contenders) {
        this.community = community;
        this.begun = begun;
        this.told = told;
        this.room = contenders.new Room();
        this.reach = reach;
        this.unitsPerSum = community.terms().boostUnits();
        this.lanes = new Lanes(community.terms().strongestTies);
        this.alone = new LongRow(community.terms().strongestTies);
    }

    /** Everybody in the range tells what their row comes to. Says how far, at most, that is from what was heard of them. */
    public long sweep(int from, int to) {
        farthest = 0;
        Contenders.Share share = room.share(from, take(from, to));
        rows.hear(community.ties(), begun);
        int abreast = rows.sort();
        for (int first = 0; first < abreast; first += Lanes.ROWS) {
            estimate(first, Math.min(abreast, first + Lanes.ROWS), share);
        }
        for (int n = abreast; n < rows.count; n++) {
            estimateAlone(rows.order[n], share);
        }
        keep(from, share);
        return Units.unitsToInfluence(farthest);
    }

    /** How many arcs the last range had. */
    public long arcs() {
        return arcs;
    }

    /** Notes rows that count; who has none tells their base. Says how many words all rows take. */
    private int take(int from, int to) {
        rows.begin(to - from);
        arcs = 0;
        int[] bases = community.told();
        int word = 0;
        for (int i = from; i < to; i++) {
            int length = community.ties().live(i);
            int base = bases[i];
            if (base < 0 || !community.enough(i)) {
                tell(i, base < 0 ? ~base : base);
            } else {
                rows.add(i, base, 0, length, word);
            }
            arcs += length;
            word += Contenders.words(length);
        }
        return word;
    }

    private void estimate(int first, int last, Contenders.Share share) {
        rows.lay(lanes, first, last);
        for (int n = first; n < last; n++) {
            lanes.startBelow(n - first, Reach.most(rows.bases[rows.order[n]]));
        }
        lanes.estimate();
        for (int n = first; n < last; n++) {
            int row = rows.order[n];
            rows.sums[row] = lanes.sum(n - first);
            rows.bars[row] = Contenders.kept(reach.bound(rows.bases[row], lanes.low(n - first)));
            lanes.floor(n - first, reach.floor(rows.bases[row], rows.bars[row]));
        }
        lanes.mark();
        for (int n = first; n < last; n++) {
            int row = rows.order[n];
            for (int word = 0; word < Contenders.words(rows.lengths[row]); word++) {
                share.words[share.firstWord + rows.words[row] + word] = lanes.marked(n - first, word);
            }
        }
    }

    private void estimateAlone(int row, Contenders.Share share) {
        int base = rows.bases[row];
        alone.take(rows.heard, rows.places[row], rows.lengths[row], base);
        alone.estimate(Reach.most(base));
        rows.sums[row] = alone.sum();
        rows.bars[row] = Contenders.kept(reach.bound(base, alone.low()));
        alone.mark(reach.floor(base, rows.bars[row]), share.words, share.firstWord + rows.words[row]);
    }

    /** In order, as the next reader goes in order too. */
    private void keep(int from, Contenders.Share share) {
        for (int row = 0; row < rows.count; row++) {
            int i = rows.members[row];
            int base = rows.bases[row];
            share.bound(i - from, rows.bars[row]);
            tell(i, Math.min(base + (int) (rows.sums[row] * unitsPerSum), reach.mostTold(base)));
        }
    }

    private void tell(int i, int units) {
        told.set(i, units);
        int nearest = told.get(i);
        community.told()[i] = nearest;
        farthest = Math.max(farthest, Math.abs(nearest - begun.get(i)));
    }
}
