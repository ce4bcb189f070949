package dev.standing.influence.community;

/**
 * What the first sweep of a settle found out for all later ones: which of a row's ties may ever come to be among the K strongest, as
 * a bit for each, and a bound that the K-th never falls under. The others are never above that bound and need not be read again.
 *
 * <p>Rows are counted and written by ranges of members, each by one thread, and read by any in later sweeps.
 */
public final class Contenders {
    private final int range;
    /** Where each range's words begin; before {@link #open}, how many it has. */
    private final int[] starts;

    private final int[] bounds;
    private long[] words = {};

    /** Ranges begin at multiples of so many members. */
    Contenders(int members, int range) {
        this.range = range;
        this.starts = new int[members / range + 2];
        this.bounds = new int[members];
    }

    /** How many words a row takes. */
    static int words(int arcs) {
        return (arcs + 63) >>> 6;
    }

    /** A range has so many words. */
    void expect(int from, int count) {
        starts[from / range + 1] = count;
    }

    /** Makes room for all that is expected. */
    void open() {
        for (int k = 1; k < starts.length; k++) {
            starts[k] = Math.addExact(starts[k], starts[k - 1]);
        }
        words = new long[starts[starts.length - 1]];
    }

    long[] words() {
        return words;
    }

    /** Where the words of a range begin. */
    int start(int from) {
        return starts[from / range];
    }

    int[] bounds() {
        return bounds;
    }

    int count(int at, int count) {
        int sum = 0;
        for (int k = at; k < at + count; k++) {
            sum += Long.bitCount(words[k]);
        }
        return sum;
    }
}
