package dev.standing.influence.rows;

import dev.standing.influence.store.TieRows;
import java.util.Arrays;

/** Rows of a range of members, and what was heard by their ties, one row behind the other. */
public final class HeardRows {
    public int count;
    public int[] members = {};
    public int[] bases = {};
    public int[] lengths = {};
    /** Where what was heard by each row's ties begins. */
    public int[] places = {};
    /** Where each row's contenders begin. */
    public int[] words = {};
    /** By length; those that are too long to be laid abreast come last. */
    public int[] order = {};

    public int[] bars = {};
    public long[] sums = {};
    public int[] heard = new int[1 << 16];
    private int[] ids = {};
    private byte[] weights = {};
    private int end;
    private final int[] starts = new int[Lanes.LONGEST + 3];

    public void begin(int room) {
        if (members.length < room) {
            members = new int[room];
            bases = new int[room];
            lengths = new int[room];
            places = new int[room];
            words = new int[room];
            order = new int[room];
            bars = new int[room];
            sums = new long[room];
        }
        count = 0;
        end = 0;
    }

    /** A row of this many ties that are to be heard. */
    public void add(int member, int base, int bar, int length, int word) {
        members[count] = member;
        lengths[count] = length;
        places[count] = end;
        bases[count] = base;
        bars[count] = bar;
        words[count] = word;
        end += length;
        count++;
    }

    /** How many ties there are in all rows. */
    public int arcs() {
        return end;
    }

    /** Hears all ties, in as few loops as rows lie apart. */
    public void hear(TieRows ties, Told source) {
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
            source.hear(page, ties.weights(members[first]), from, heard, places[first], arcs);
            first = next;
        }
    }

    /** Hears only contenders, whose words begin where each row says. */
    public void hear(TieRows ties, Told source, long[] contenders) {
        makeRoom();
        if (ids.length < heard.length) {
            ids = new int[heard.length];
            weights = new byte[heard.length];
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
        source.hear(ids, weights, 0, heard, 0, end);
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
        if (heard.length < end + Lanes.LONGEST) {
            heard = new int[Math.max(end + Lanes.LONGEST, 2 * heard.length)];
        }
    }

    /** Lays a few of the sorted rows, which are of like length, abreast. */
    public void lay(Lanes lanes, int first, int last) {
        lanes.begin(last - first, lengths[order[last - 1]]);
        for (int n = first; n < last; n++) {
            int row = order[n];
            lanes.place(n - first, bases[row], places[row], lengths[row]);
        }
        lanes.lay(heard);
    }

    /** Says how many rows can be laid abreast. */
    public int sort() {
        Arrays.fill(starts, 0);
        for (int n = 0; n < count; n++) {
            starts[sizeOf(n) + 1]++;
        }
        for (int size = 1; size < starts.length; size++) {
            starts[size] += starts[size - 1];
        }
        for (int n = 0; n < count; n++) {
            order[starts[sizeOf(n)]++] = n;
        }
        return starts[Lanes.LONGEST];
    }

    /** How long a row is, where it matters: all that are too long are alike. */
    private int sizeOf(int row) {
        return Math.min(lengths[row], Lanes.LONGEST + 1);
    }
}
