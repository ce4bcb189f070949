package dev.standing.influence.rows;

import dev.standing.influence.input.Scale;
import dev.standing.influence.store.Units;
import java.util.Arrays;

/**
 * The contributions of {@value #ROWS} rows abreast, the k-th of all together, and the search for the sums of their K largest.
 *
 * <p>Loops without a branch on data, over arrays, which a compiler turns into vector instructions. That needs no special API, but
 * two habits: the number of rows is a constant; and what a loop over contributions writes has another type than what it reads
 * (counts are floats, sums are longs), because the compiler cannot know that two arrays of ints are not one.
 *
 * <p>A row's bar is found by halving, all rows at once. Where it cannot be, because the K-th and the next are equal or nearly so,
 * the row has to be evaluated in another way.
 */
public final class Lanes {
    public static final int ROWS = 256;

    /** Longer rows are worth loops of their own. */
    public static final int LONGEST = 128;

    /** The k-th and the next k of a row do not compete for the same lines of a cache. */
    private static final int STRIDE = ROWS + 16;

    private static final int MOST_ROUNDS = 14;

    /** So few rows are sooner evaluated in another way than found by one more round for all. */
    private static final int FEW_LEFT = 3;

    /** Where an estimate does: what is left around a bar is then about a point. */
    static final int FEW_ROUNDS = 6;

    /** As much as what somebody five points above contributes by a tie of full weight. */
    private static final int NEAR = Units.FULL_WEIGHT * Units.PER_POINT * 5;

    /** Where nothing is known of a bar: as much as somebody nineteen points above contributes by a tie of full weight. */
    private static final int FIRST_STEP = Units.FULL_WEIGHT * Units.PER_POINT * 19;

    /** Below every line, and not further than an int allows. */
    private static final int NOTHING = -1 << 30;

    private static final int LARGEST = Units.FULL_WEIGHT * Units.PER_POINT * Scale.RANGE_POINTS;

    private final int strongestTies;
    private final int[] contributions;
    private final int[] lengths = new int[ROWS];
    private final int[] places = new int[ROWS];
    /** Whole units, which a float holds exactly: see above. */
    private final float[] bases = new float[ROWS];

    private int rows;
    private int longest;
    private final int[] lines = new int[ROWS];
    private final int[] low = new int[ROWS];
    private final int[] high = new int[ROWS];
    private final float[] over = new float[ROWS];
    private final long[] sums = new long[ROWS];
    private final int[] steps = new int[ROWS];
    private final int[] floors = new int[ROWS];
    private final long[] marks = new long[ROWS];
    private final long[] furtherMarks = new long[ROWS];

    public Lanes(int strongestTies) {
        this.strongestTies = strongestTies;
        this.contributions = new int[STRIDE * LONGEST];
    }

    /** For so many rows, none longer than this. */
    void begin(int newRows, int newLongest) {
        rows = newRows;
        longest = (newLongest + 3) & -4;
        Arrays.fill(low, 0);
        Arrays.fill(high, 0);
        Arrays.fill(lines, 0);
        Arrays.fill(lengths, newRows, ROWS, 0);
        Arrays.fill(places, newRows, ROWS, 0);
    }

    /** A member of this base has so many ties, and what was heard by them lies there. */
    void place(int row, int base, int from, int length) {
        bases[row] = base;
        places[row] = from;
        lengths[row] = length;
    }

    /**
     * Lays the rows abreast, and turns what was heard into contributions.
     *
     * @param heard longer than what was heard by {@value #LONGEST}, as that may be read after a row
     */
    void lay(int[] heard) {
        for (int row = 0; row < rows; row += 4) {
            int most = Math.max(Math.max(lengths[row], lengths[row + 1]), Math.max(lengths[row + 2], lengths[row + 3]));
            lay(row, most, heard, places[row], places[row + 1], places[row + 2], places[row + 3]);
        }
        for (int at = 0; at < longest * STRIDE; at += STRIDE) {
            multiply(contributions, at, bases);
        }
        clear();
    }

    /** Four rows at a time, as what they write lies together. */
    private void lay(int row, int length, int[] heard, int from0, int from1, int from2, int from3) {
        int[] into = contributions;
        for (int k = 0; k < length; k++) {
            into[k * STRIDE + row] = heard[from0 + k];
            into[k * STRIDE + row + 1] = heard[from1 + k];
            into[k * STRIDE + row + 2] = heard[from2 + k];
            into[k * STRIDE + row + 3] = heard[from3 + k];
        }
    }

    private static void multiply(int[] c, int at, float[] bases) {
        for (int row = 0; row < ROWS; row++) {
            c[at + row] = Heard.contribution(c[at + row], (int) bases[row]);
        }
    }

    private void clear() {
        for (int row = 0; row < ROWS; row++) {
            for (int k = lengths[row]; k < longest; k++) {
                contributions[k * STRIDE + row] = NOTHING;
            }
        }
    }

    /** Turns boosts into drags. */
    public void turn() {
        for (int at = 0; at < longest * STRIDE; at++) {
            contributions[at] = -contributions[at];
        }
        clear();
    }

    /** Where the row's bar was, or not above 0: the search begins there. */
    public void start(int row, int oldBar) {
        lines[row] = Math.max(0, oldBar);
        steps[row] = oldBar > 0 ? (oldBar >> 4) + 1 : FIRST_STEP;
        low[row] = 0;
        high[row] = LARGEST;
    }

    /** The row's bar is known not to be under this, and not likely to be far above it. */
    public void startAbove(int row, int bound) {
        int least = Math.max(0, bound);
        low[row] = least;
        lines[row] = bound > 0 ? bound + NEAR : 0;
        steps[row] = NEAR;
        high[row] = LARGEST;
    }

    /** Nothing is known of the row's bar but the most that a tie can contribute. */
    public void startBelow(int row, int most) {
        high[row] = most;
    }

    /** Searches until each line separates the K largest, where it can; no more than K above 0 all count, so that their line is 0. */
    public void search() {
        int rounds = 0;
        do {
            count();
        } while (narrow() > FEW_LEFT && ++rounds < MOST_ROUNDS);
        sum();
    }

    /**
     * Searches for so many rounds that a line off the bar makes no difference worth another, and leaves each row's at that. Sums are
     * then not less than those of the K largest, and exactly those where no more than K are above 0.
     */
    public void estimate() {
        Arrays.fill(lines, 0);
        for (int row = 0; row < ROWS; row++) {
            steps[row] = guess(high[row]);
        }
        for (int round = 0; round < FEW_ROUNDS; round++) {
            count();
            narrow();
        }
        sum();
    }

    /** Where a bar over 0 is looked for first, if nothing is known but the most that a tie can contribute: at about a fifth of that. */
    static int guess(int most) {
        return (most >> 3) + (most >> 4) + 1;
    }

    /** As far as is known, K are above this; or 0. */
    public int low(int row) {
        return low[row];
    }

    /** To {@link #mark} the row's contributions above this. */
    public void floor(int row, int line) {
        floors[row] = Math.max(NOTHING, line);
    }

    /** Marks each contribution that is above its row's floor. */
    public void mark() {
        Arrays.fill(marks, 0);
        Arrays.fill(furtherMarks, 0);
        for (int k = 0; k < longest; k += 2) {
            mark(contributions, k * STRIDE, (k + 1) * STRIDE, floors, k, k < Long.SIZE ? marks : furtherMarks);
        }
    }

    /** A bit for each of the row's first 64 contributions, or of its second 64. */
    public long marked(int row, int word) {
        return word == 0 ? marks[row] : furtherMarks[row];
    }

    private static void mark(int[] c, int k0, int k1, int[] floors, int shift, long[] marks) {
        for (int row = 0; row < ROWS; row++) {
            marks[row] |=
                    ((long) ((floors[row] - c[k0 + row]) >>> 31) | (long) ((floors[row] - c[k1 + row]) >>> 31 << 1))
                            << shift;
        }
    }

    private void count() {
        Arrays.fill(over, 0);
        for (int at = 0; at < longest * STRIDE; at += 4 * STRIDE) {
            count(contributions, at, at + STRIDE, at + 2 * STRIDE, at + 3 * STRIDE, lines, over);
        }
    }

    /** How many of four contributions of each row are over its line. */
    private static void count(int[] c, int k0, int k1, int k2, int k3, int[] lines, float[] over) {
        for (int row = 0; row < ROWS; row++) {
            int line = lines[row];
            over[row] -= (float) (((line - c[k0 + row]) >> 31)
                    + ((line - c[k1 + row]) >> 31)
                    + ((line - c[k2 + row]) >> 31)
                    + ((line - c[k3 + row]) >> 31));
        }
    }

    /**
     * Halves what is left around each bar, but goes no further than a step, which doubles: what is known of a bar is mostly near it.
     * Says for how many rows a next round makes a difference.
     */
    private int narrow() {
        int k = strongestTies;
        int left = 0;
        for (int row = 0; row < ROWS; row++) {
            int line = lines[row];
            int greater = (int) over[row];
            int more = (k - greater) >> 31;
            int fewer = (greater - k) >> 31;
            int lower = (line & ~fewer) | (low[row] & fewer);
            int upper = (line & ~more) | (high[row] & more);
            int step = steps[row];
            int next = Math.max(line - step, Math.min(line + step, lower + ((upper - lower) >> 1)));
            low[row] = lower;
            high[row] = upper;
            lines[row] = next;
            steps[row] = Math.min(LARGEST, step << 1);
            left += ((line - next) | (next - line)) >>> 31;
        }
        return left;
    }

    private void sum() {
        Arrays.fill(sums, 0);
        for (int at = 0; at < longest * STRIDE; at += 2 * STRIDE) {
            sum(contributions, at, at + STRIDE, lines, sums);
        }
    }

    /** What two contributions of each row exceed its line by. */
    private static void sum(int[] c, int k0, int k1, int[] lines, long[] sums) {
        for (int row = 0; row < ROWS; row++) {
            sums[row] += (long) Math.max(0, c[k0 + row] - lines[row]) + (long) Math.max(0, c[k1 + row] - lines[row]);
        }
    }

    /** Whether the search found the row's bar. */
    public boolean found(int row) {
        return low[row] == high[row];
    }

    public long sum(int row) {
        return sums[row] + (long) strongestTies * lines[row];
    }

    public int bar(int row) {
        return lines[row] > 0 ? lines[row] : (int) over[row] - strongestTies;
    }
}
