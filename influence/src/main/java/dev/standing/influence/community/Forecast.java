package dev.standing.influence.community;

/** The {@link FirstSweep} of one thread. It tells through the array for loops alone; records follow when the second sweep writes them. */
public final class Forecast {
    private final Community community;
    private final CoarseBases coarse;
    private final Contenders contenders;
    private final Reach reach;
    private final double unitsPerSum;
    private final ShortRows rows = new ShortRows();
    private final Lanes lanes;
    private final LongRow alone;
    private int[] words = {};
    private long[] sums = {};
    private int farthest;

    Forecast(Community community, CoarseBases coarse, Contenders contenders) {
        this.community = community;
        this.coarse = coarse;
        this.contenders = contenders;
        this.reach = new Reach(community.terms(), coarse.lift());
        this.unitsPerSum = community.terms().boostUnits();
        this.lanes = new Lanes(community.terms().strongestTies, ShortRows.LONGEST);
        this.alone = new LongRow(community.terms().strongestTies);
    }

    /** Everybody in the range tells what their row comes to. Says how far, at most, that is from what was heard of them. */
    public long sweep(int from, int to) {
        farthest = 0;
        take(from, to);
        rows.hear(community.ties(), coarse);
        rows.sort();
        for (int first = 0; first < rows.count; first += Lanes.ROWS) {
            estimate(first, Math.min(rows.count, first + Lanes.ROWS));
        }
        keep();
        return Units.unitsToInfluence(farthest);
    }

    private void take(int from, int to) {
        rows.begin(to - from);
        if (words.length < to - from) {
            words = new int[to - from];
            sums = new long[to - from];
        }
        int[] told = community.told();
        int word = contenders.start(from);
        for (int i = from; i < to; i++) {
            int length = community.ties().live(i);
            int base = told[i];
            if (base < 0) {
                tell(i, ~base);
            } else if (length > ShortRows.LONGEST) {
                estimateAlone(i, base, word);
            } else {
                words[rows.count] = word;
                rows.add(i, base, 0, length);
            }
            word += Contenders.words(length);
        }
    }

    private void estimate(int first, int last) {
        rows.lay(lanes, first, last);
        for (int n = first; n < last; n++) {
            lanes.startBelow(n - first, Reach.most(rows.bases[rows.order[n]]));
        }
        lanes.estimate();
        for (int n = first; n < last; n++) {
            int row = rows.order[n];
            sums[row] = lanes.sum(n - first);
            rows.bars[row] = reach.bound(rows.bases[row], lanes.low(n - first));
            lanes.floor(n - first, reach.floor(rows.bases[row], rows.bars[row]));
        }
        lanes.mark();
        for (int n = first; n < last; n++) {
            int row = rows.order[n];
            for (int word = 0; word < Contenders.words(rows.lengths[row]); word++) {
                contenders.words()[words[row] + word] = lanes.marked(n - first, word);
            }
        }
    }

    private void estimateAlone(int i, int base, int word) {
        alone.lay(community.ties(), i, base, coarse);
        alone.estimate(Reach.most(base));
        int bound = reach.bound(base, alone.low());
        alone.mark(reach.floor(base, bound), contenders.words(), word);
        conclude(i, base, alone.sum(), bound);
    }

    /** In order, as the next reader goes in order too. */
    private void keep() {
        for (int row = 0; row < rows.count; row++) {
            conclude(rows.members[row], rows.bases[row], sums[row], rows.bars[row]);
        }
    }

    private void conclude(int i, int base, long sum, int bound) {
        contenders.bounds()[i] = bound;
        tell(i, Math.min(base + (int) (sum * unitsPerSum), reach.mostTold(base)));
    }

    private void tell(int i, int units) {
        farthest = Math.max(farthest, Math.abs(units - coarse.get(i)));
        community.told()[i] = units;
    }
}
