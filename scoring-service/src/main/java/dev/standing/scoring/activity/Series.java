package dev.standing.scoring.activity;

import java.util.Arrays;

/**
 * How many records and what amount by day, for one {@link SeriesKey} of one member. Days are days since 1970-01-01 in UTC, kept in rising
 * order in flat arrays; a day whose last record is undone is dropped, so that an undone record leaves no trace.
 */
public final class Series {
    private static final int INITIAL_DAYS = 4;

    private int size;
    private int[] days = new int[INITIAL_DAYS];
    private long[] counts = new long[INITIAL_DAYS];
    private long[] amounts = new long[INITIAL_DAYS];

    Series() {}

    /**
     * Adds, or with negative numbers undoes.
     *
     * @return false where the day's amount reaches the greatest long, which stands for all that is greater: what was added
     *     to it cannot be told any more, so nothing is changed
     */
    boolean add(int day, long count, long amountMinor) {
        int at = Arrays.binarySearch(days, 0, size, day);
        if (at >= 0 && (amounts[at] == Long.MAX_VALUE || amounts[at] > Long.MAX_VALUE - Math.max(0, amountMinor))) {
            return false;
        }
        if (at < 0) {
            at = -at - 1;
            insert(at, day);
        }
        counts[at] += count;
        amounts[at] += amountMinor;
        if (counts[at] == 0) {
            remove(at);
        }
        return true;
    }

    /** Adds to a day that is there, whose amount is the greatest long with it. */
    void addAboveBound(int day, long count) {
        int at = Arrays.binarySearch(days, 0, size, day);
        counts[at] += count;
        amounts[at] = Long.MAX_VALUE;
    }

    private void insert(int at, int day) {
        if (size == days.length) {
            days = Arrays.copyOf(days, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
            amounts = Arrays.copyOf(amounts, size * 2);
        }
        System.arraycopy(days, at, days, at + 1, size - at);
        System.arraycopy(counts, at, counts, at + 1, size - at);
        System.arraycopy(amounts, at, amounts, at + 1, size - at);
        days[at] = day;
        counts[at] = 0;
        amounts[at] = 0;
        size++;
    }

    private void remove(int at) {
        size--;
        System.arraycopy(days, at + 1, days, at, size - at);
        System.arraycopy(counts, at + 1, counts, at, size - at);
        System.arraycopy(amounts, at + 1, amounts, at, size - at);
    }

    /** How many days there are. */
    public int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The index of the first day that is {@code day} or later; {@link #size()} where there is none. */
    public int indexFrom(int day) {
        int at = Arrays.binarySearch(days, 0, size, day);
        return at < 0 ? -at - 1 : at;
    }

    public int day(int index) {
        return days[index];
    }

    public long count(int index) {
        return counts[index];
    }

    public long amountMinor(int index) {
        return amounts[index];
    }
}
