package dev.standing.influence.community;

import java.util.Arrays;

/**
 * Evaluates many short rows side by side. One per thread.
 *
 * <p>A row of some thirty ties is too short for loops of its own: to start and to end them costs as much as what is in them. So what
 * friends told is heard in one loop over all rows that lie behind one another, and then {@value Lanes#ROWS} rows of like length are
 * laid abreast, where each step of the search for their bars is one loop over all.
 */
public final class RowsAbreast {
    /** Longer rows are worth loops of their own. */
    private static final int LONGEST = 128;

    private final Community community;
    private final RowEvaluator alone;
    private final Lanes lanes;
    private int[] members = {};
    private int[] lengths = {};
    private int[] places = {};
    private int[] order = {};
    private int[] bases = {};
    private int[] bars = {};
    private long[] sums = {};
    private boolean[] missed = {};
    private final int[] starts = new int[LONGEST + 2];
    private int count;
    private int[] told = new int[1 << 16];
    private byte[] weights = new byte[1 << 16];
    private int end;

    public RowsAbreast(Community community) {
        this.community = community;
        this.alone = new RowEvaluator(community);
        this.lanes = new Lanes(community.terms().strongestTies, LONGEST);
    }

    /** Brings sums and bars of a range of members up to date with what friends told. */
    public void evaluate(int from, int to) {
        takeShort(from, to);
        hear();
        sortByLength();
        for (int first = 0; first < count; first += Lanes.ROWS) {
            evaluateSorted(first, Math.min(count, first + Lanes.ROWS));
        }
        keep();
    }

    /** Evaluates alone what cannot be laid abreast, and notes the others. */
    private void takeShort(int from, int to) {
        if (members.length < to - from) {
            members = new int[to - from];
            lengths = new int[to - from];
            places = new int[to - from];
            order = new int[to - from];
            bases = new int[to - from];
            bars = new int[to - from];
            sums = new long[to - from];
            missed = new boolean[to - from];
        }
        count = 0;
        end = 0;
        for (int i = from; i < to; i++) {
            int length = community.ties().live(i);
            if (!community.isMember(i)) {
                continue;
            }
            if (length > LONGEST || !community.counts(i) || community.remembersDrags(i)) {
                alone.evaluate(i);
                continue;
            }
            members[count] = i;
            lengths[count] = length;
            places[count] = end;
            bases[count] = community.base(i);
            bars[count] = community.boostBar(i);
            end += length;
            count++;
        }
    }

    /** Copies what friends told, and the ties' weights, in as few loops as rows lie apart. */
    private void hear() {
        if (told.length < end) {
            told = new int[Math.max(end, 2 * told.length)];
            weights = new byte[told.length];
        }
        TieRows ties = community.ties();
        int first = 0;
        while (first < count) {
            if (lengths[first] == 0) {
                first++;
                continue;
            }
            int[] page = ties.neighbours(members[first]);
            int from = ties.offset(members[first]);
            int arcs = lengths[first];
            int next = first + 1;
            while (next < count
                    && lengths[next] > 0
                    && ties.offset(members[next]) == from + arcs
                    && ties.neighbours(members[next]) == page) {
                arcs += lengths[next++];
            }
            hear(page, from, community.told(), told, places[first], arcs);
            System.arraycopy(ties.weights(members[first]), from, weights, places[first], arcs);
            first = next;
        }
    }

    private static void hear(int[] ids, int from, int[] told, int[] heard, int at, int arcs) {
        for (int k = 0; k < arcs; k++) {
            heard[at + k] = told[ids[from + k]];
        }
    }

    private void sortByLength() {
        Arrays.fill(starts, 0);
        for (int n = 0; n < count; n++) {
            starts[lengths[n] + 1]++;
        }
        for (int length = 1; length < starts.length; length++) {
            starts[length] += starts[length - 1];
        }
        for (int n = 0; n < count; n++) {
            order[starts[lengths[n]]++] = n;
        }
    }

    private void evaluateSorted(int first, int last) {
        lanes.begin(last - first, lengths[order[last - 1]]);
        for (int n = first; n < last; n++) {
            int row = order[n];
            lanes.lay(n - first, bases[row], told, weights, places[row], lengths[row]);
            missed[row] = false;
        }
        if (community.terms().boosts) {
            searchBoosts(first, last);
        }
        if (community.terms().drags) {
            lanes.turn();
            searchDrags(first, last);
        }
    }

    private void searchBoosts(int first, int last) {
        for (int n = first; n < last; n++) {
            lanes.start(n - first, bars[order[n]]);
        }
        lanes.search();
        for (int n = first; n < last; n++) {
            int row = order[n];
            sums[row] = lanes.sum(n - first);
            bars[row] = lanes.bar(n - first);
            missed[row] = !lanes.found(n - first);
        }
    }

    private void searchDrags(int first, int last) {
        for (int n = first; n < last; n++) {
            lanes.start(n - first, community.dragBar(members[order[n]]));
        }
        lanes.search();
        for (int n = first; n < last; n++) {
            int row = order[n];
            if (lanes.found(n - first)) {
                community.drag(members[row], lanes.sum(n - first), lanes.bar(n - first));
            } else {
                missed[row] = true;
            }
        }
    }

    /** Each record is written once, in order, as the next reader of it goes in order too. */
    private void keep() {
        boolean boosts = community.terms().boosts;
        for (int row = 0; row < count; row++) {
            if (missed[row]) {
                alone.evaluate(members[row]);
            } else {
                community.count(members[row], boosts ? sums[row] : 0, boosts ? bars[row] : 0);
            }
        }
    }
}
