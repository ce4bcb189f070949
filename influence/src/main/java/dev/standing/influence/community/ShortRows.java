package dev.standing.influence.community;

import java.util.Arrays;

/** Rows of a range of members that are short enough to be laid abreast: what friends told and the ties' weights, one row behind the other. */
final class ShortRows {
    /** Longer rows are worth loops of their own. */
    static final int LONGEST = 128;

    int[] members = {};
    int[] lengths = {};
    int[] places = {};
    /** By length. */
    int[] order = {};

    int[] bases = {};
    int[] bars = {};
    int count;
    int[] told = new int[1 << 16];
    byte[] weights = new byte[1 << 16];
    private int[] ids = {};
    private int end;
    private final int[] starts = new int[LONGEST + 2];

    void begin(int room) {
        if (members.length < room) {
            members = new int[room];
            lengths = new int[room];
            places = new int[room];
            order = new int[room];
            bases = new int[room];
            bars = new int[room];
        }
        count = 0;
        end = 0;
    }

    /** A row of this many ties that are to be heard. */
    void add(int member, int base, int bar, int length) {
        members[count] = member;
        lengths[count] = length;
        places[count] = end;
        bases[count] = base;
        bars[count] = bar;
        end += length;
        count++;
    }

    /** How many ties there are in all rows. */
    int arcs() {
        return end;
    }

    /** Hears all ties, in as few loops as rows lie apart. */
    void hear(TieRows ties, Told source) {
        makeRoom();
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
            source.hear(page, from, told, places[first], arcs);
            System.arraycopy(ties.weights(members[first]), from, weights, places[first], arcs);
            first = next;
        }
    }

    /** Hears only contenders, whose words begin where each row says. */
    void hear(TieRows ties, Told source, long[] contenders, int[] words) {
        makeRoom();
        if (ids.length < told.length) {
            ids = new int[told.length];
        }
        for (int row = 0; row < count; row++) {
            int member = members[row];
            if (lengths[row] > 0) {
                pick(
                        contenders,
                        words[row],
                        ties.neighbours(member),
                        ties.weights(member),
                        ties.offset(member),
                        places[row],
                        lengths[row]);
            }
        }
        source.hear(ids, 0, told, 0, end);
    }

    private void pick(long[] contenders, int word, int[] neighbours, byte[] steps, int from, int at, int length) {
        int to = at;
        int last = at + length;
        int begin = from;
        for (int w = word; to < last; w++) {
            for (long left = contenders[w]; left != 0; left &= left - 1) {
                int arc = begin + Long.numberOfTrailingZeros(left);
                ids[to] = neighbours[arc];
                weights[to++] = steps[arc];
            }
            begin += 64;
        }
    }

    private void makeRoom() {
        if (told.length < end) {
            told = new int[Math.max(end, 2 * told.length)];
            weights = new byte[told.length];
        }
    }

    /** Lays a few of the sorted rows, which are of like length, abreast. */
    void lay(Lanes lanes, int first, int last) {
        lanes.begin(last - first, lengths[order[last - 1]]);
        for (int n = first; n < last; n++) {
            int row = order[n];
            lanes.lay(n - first, bases[row], told, weights, places[row], lengths[row]);
        }
    }

    void sort() {
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
}
