package dev.standing.influence.store;

import java.util.Arrays;

/**
 * Ties by member: row i holds an arc to each friend of i. The first {@code live(i)} arcs are those whose other end consents;
 * only they count.
 */
public final class TieRows {
    /** What is known of a row lies together, as who asks for one of it mostly asks for all. */
    private static final int WIDTH = 5;

    private static final int PAGE = 0;
    private static final int PLACE = 1;
    private static final int ROOM = 2;
    private static final int LENGTH = 3;
    private static final int LIVE = 4;

    private final ArcPages pages;
    private final boolean dated;
    private int[] rows = {};
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
        int at = member * WIDTH;
        return at < rows.length ? rows[at + LENGTH] : 0;
    }

    public int live(int member) {
        int at = member * WIDTH;
        return at < rows.length ? rows[at + LIVE] : 0;
    }

    /** The array that holds the member's row of neighbours, from {@link #offset} on. */
    public int[] neighbours(int member) {
        return pages.neighbours(page(member));
    }

    public byte[] weights(int member) {
        return pages.weights(page(member));
    }

    public int[] days(int member) {
        return pages.days(page(member));
    }

    public int offset(int member) {
        return rows[member * WIDTH + PLACE];
    }

    private int page(int member) {
        return rows[member * WIDTH + PAGE];
    }

    /** Reads where a row begins and ends for no other end than to have it near. */
    public int fetch(int member) {
        int count = length(member);
        if (count == 0) {
            return 0;
        }
        int from = offset(member);
        int[] ids = neighbours(member);
        return ids[from] ^ ids[from + count - 1] ^ weights(member)[from];
    }

    /** Where in i's row the arc to j is, or -1; takes as long as the row. */
    public int find(int i, int j) {
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

    public void setWeight(int member, int index, int steps) {
        weights(member)[offset(member) + index] = (byte) steps;
    }

    /** The day on which the tie was severed; only of remembered ties. */
    public int day(int member, int index) {
        return days(member)[offset(member) + index];
    }

    public void add(int member, int neighbour, int steps, int day, boolean lives) {
        reach(member);
        int row = member * WIDTH;
        int count = rows[row + LENGTH];
        if (count == rows[row + ROOM]) {
            move(row, SizeClasses.size(SizeClasses.holding(count + 1)));
        }
        int at = offset(member) + count;
        neighbours(member)[at] = neighbour;
        weights(member)[at] = (byte) steps;
        if (dated) {
            days(member)[at] = day;
        }
        rows[row + LENGTH] = count + 1;
        arcs++;
        if (lives) {
            swap(member, count, rows[row + LIVE]++);
        }
    }

    public void remove(int member, int index) {
        int row = member * WIDTH;
        int last = rows[row + LENGTH] - 1;
        int hole = index;
        if (index < rows[row + LIVE]) {
            hole = --rows[row + LIVE];
            swap(member, index, hole);
        }
        swap(member, hole, last);
        rows[row + LENGTH] = last;
        arcs--;
    }

    public void setLive(int member, int index, boolean lives) {
        int live = member * WIDTH + LIVE;
        if (lives && index >= rows[live]) {
            swap(member, index, rows[live]++);
        } else if (!lives && index < rows[live]) {
            swap(member, index, --rows[live]);
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
        if (arcsOfRow > rows[member * WIDTH + ROOM]) {
            move(member * WIDTH, arcsOfRow);
        }
    }

    /** Tells how much is about to be reserved, so that few large pages hold it. */
    public void expect(int members, long arcsToCome) {
        if (members * (long) WIDTH > rows.length) {
            resize(members);
        }
        pages.expect(arcsToCome);
    }

    private void move(int row, int newRoom) {
        long to = pages.allocate(newRoom);
        if (rows[row + ROOM] > 0) {
            long from = ArcPages.address(rows[row + PAGE], rows[row + PLACE]);
            pages.copy(from, to, rows[row + LENGTH]);
            pages.free(from, rows[row + ROOM]);
        }
        rows[row + PAGE] = ArcPages.page(to);
        rows[row + PLACE] = (int) to;
        rows[row + ROOM] = newRoom;
    }

    private void reach(int member) {
        int members = rows.length / WIDTH;
        if (member >= members) {
            resize(Math.max(member + 1L, members + (members >> 1) + 16L));
        }
    }

    private void resize(long members) {
        if (members * WIDTH > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "members is " + members + "; allowed: up to " + Integer.MAX_VALUE / WIDTH);
        }
        rows = Arrays.copyOf(rows, (int) members * WIDTH);
    }

    /** Makes room for a whole row, which the caller writes into the arrays from {@link #offset} on. */
    public void restore(int member, int arcsOfRow, int liveOfRow) {
        if (arcsOfRow > 0) {
            reserve(member, arcsOfRow);
            rows[member * WIDTH + LENGTH] = arcsOfRow;
            rows[member * WIDTH + LIVE] = liveOfRow;
            arcs += arcsOfRow;
        }
    }

    long bytes() {
        return pages.bytes() + rows.length * 4L;
    }
}
