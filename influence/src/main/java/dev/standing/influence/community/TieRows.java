package dev.standing.influence.community;

import java.util.Arrays;

/**
 * Ties by member: row i holds an arc to each friend of i. The first {@code live(i)} arcs are those whose other end consents;
 * only they count.
 */
public final class TieRows {
    private final ArcPages pages;
    private final boolean dated;
    private long[] start = {};
    private int[] room = {};
    private int[] length = {};
    private int[] live = {};
    private long arcs;

    TieRows(boolean dated) {
        this.dated = dated;
        this.pages = new ArcPages(dated);
    }

    /** Arcs held, two for each tie. */
    public long arcs() {
        return arcs;
    }

    public int length(int member) {
        return member < length.length ? length[member] : 0;
    }

    public int live(int member) {
        return member < live.length ? live[member] : 0;
    }

    /** The array that holds the member's row of neighbours, from {@link #offset} on. */
    public int[] neighbours(int member) {
        return pages.neighbours(start[member]);
    }

    public byte[] weights(int member) {
        return pages.weights(start[member]);
    }

    public int[] days(int member) {
        return pages.days(start[member]);
    }

    public int offset(int member) {
        return (int) start[member];
    }

    /** Where in i's row the arc to j is, or -1; takes as long as the row. */
    int find(int i, int j) {
        int count = length(i);
        if (count == 0) {
            return -1;
        }
        int[] ids = neighbours(i);
        int from = offset(i);
        for (int k = from; k < from + count; k++) {
            if (ids[k] == j) {
                return k - from;
            }
        }
        return -1;
    }

    public int neighbour(int member, int index) {
        return neighbours(member)[offset(member) + index];
    }

    /** In steps of 1/255. */
    public int weight(int member, int index) {
        return weights(member)[offset(member) + index] & 255;
    }

    void setWeight(int member, int index, int steps) {
        weights(member)[offset(member) + index] = (byte) steps;
    }

    /** The day on which the tie was severed; only of remembered ties. */
    public int day(int member, int index) {
        return days(member)[offset(member) + index];
    }

    void add(int member, int neighbour, int steps, int day, boolean lives) {
        reach(member);
        int count = length[member];
        if (count == room[member]) {
            grow(member, count + 1);
        }
        int at = offset(member) + count;
        neighbours(member)[at] = neighbour;
        weights(member)[at] = (byte) steps;
        if (dated) {
            days(member)[at] = day;
        }
        length[member] = count + 1;
        arcs++;
        if (lives) {
            swap(member, count, live[member]++);
        }
    }

    void remove(int member, int index) {
        int last = length[member] - 1;
        int hole = index;
        if (index < live[member]) {
            live[member]--;
            swap(member, index, live[member]);
            hole = live[member];
        }
        swap(member, hole, last);
        length[member] = last;
        arcs--;
    }

    void setLive(int member, int index, boolean lives) {
        if (lives && index >= live[member]) {
            swap(member, index, live[member]++);
        } else if (!lives && index < live[member]) {
            swap(member, index, --live[member]);
        }
    }

    void swap(int member, int a, int b) {
        if (a == b) {
            return;
        }
        int from = offset(member);
        swap(neighbours(member), from + a, from + b);
        byte[] weights = weights(member);
        byte kept = weights[from + a];
        weights[from + a] = weights[from + b];
        weights[from + b] = kept;
        if (dated) {
            swap(days(member), from + a, from + b);
        }
    }

    private static void swap(int[] array, int a, int b) {
        int kept = array[a];
        array[a] = array[b];
        array[b] = kept;
    }

    /** Gives the member exactly this much room, for a row that will be filled by {@link #add} with hardly a change after. */
    void reserve(int member, int arcsOfRow) {
        reach(member);
        if (arcsOfRow > room[member]) {
            move(member, arcsOfRow);
        }
    }

    /** Tells how much is about to be reserved, so that few large pages hold it. */
    public void expect(int members, long arcsToCome) {
        if (members > start.length) {
            resize(members);
        }
        pages.expect(arcsToCome);
    }

    private void grow(int member, int count) {
        move(member, SizeClasses.size(SizeClasses.holding(count)));
    }

    private void move(int member, int newRoom) {
        long to = pages.allocate(newRoom);
        if (room[member] > 0) {
            pages.copy(start[member], to, length[member]);
            pages.free(start[member], room[member]);
        }
        start[member] = to;
        room[member] = newRoom;
    }

    private void reach(int member) {
        if (member >= start.length) {
            resize(Math.max(member + 1, start.length + (start.length >> 1) + 16));
        }
    }

    private void resize(int size) {
        start = Arrays.copyOf(start, size);
        room = Arrays.copyOf(room, size);
        length = Arrays.copyOf(length, size);
        live = Arrays.copyOf(live, size);
    }

    /** Makes room for a whole row, which the caller writes into the arrays from {@link #offset} on. */
    public void restore(int member, int arcsOfRow, int liveOfRow) {
        if (arcsOfRow > 0) {
            reserve(member, arcsOfRow);
            length[member] = arcsOfRow;
            live[member] = liveOfRow;
            arcs += arcsOfRow;
        }
    }

    long bytes() {
        return pages.bytes() + start.length * 20L;
    }
}
