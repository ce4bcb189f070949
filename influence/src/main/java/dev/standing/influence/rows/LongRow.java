package dev.standing.influence.rows;

/** The contributions of one row that is long enough for loops of its own, and an estimate of the sum of its K largest, as {@link Lanes} makes it. */
public final class LongRow {
    /** More than abreast: the bar of a long row may be anywhere up to the most that a tie can contribute. */
    private static final int ROUNDS = Lanes.FEW_ROUNDS + 3;

    private final int strongestTies;
    private int[] contributions = {};
    private int first;
    private int length;
    private int low;
    private int line;

    public LongRow(int strongestTies) {
        this.strongestTies = strongestTies;
    }

    /** Turns what was heard by the ties of a member of this base into contributions, where it lies. */
    public void take(int[] heard, int from, int ties, int base) {
        contributions = heard;
        first = from;
        length = ties;
        multiply(heard, from, ties, base);
    }

    private static void multiply(int[] heard, int from, int ties, int base) {
        for (int k = 0; k < ties; k++) {
            heard[from + k] = Heard.contribution(heard[from + k], base);
        }
    }

    /** Halves what is left around the bar, of which nothing is known but the most that a tie can contribute. */
    public void estimate(int most) {
        low = 0;
        int high = most;
        line = 0;
        int step = Lanes.guess(most);
        for (int round = 0; round < ROUNDS; round++) {
            int above = above(contributions, first, length, line);
            if (above >= strongestTies) {
                low = line;
            }
            if (above <= strongestTies) {
                high = line;
            }
            line = Math.min(line + step, low + ((high - low) >> 1));
            step = Math.min(most, step << 1);
        }
    }

    /** As far as is known, K are above this; or 0. */
    public int low() {
        return low;
    }

    public long sum() {
        return over(contributions, first, length, line) + (long) strongestTies * line;
    }

    /** Which contributions are above a line, as one bit each. */
    public void mark(int floor, long[] words, int at) {
        for (int done = 0; done < length; done += 64) {
            int from = first + done;
            int count = Math.min(length - done, 64);
            words[at + done / 64] =
                    above(contributions, from, count, floor) == 0 ? 0 : bits(contributions, from, count, floor);
        }
    }

    private static int above(int[] values, int from, int count, int line) {
        int sum = 0;
        for (int k = 0; k < count; k++) {
            sum += (line - values[from + k]) >>> 31;
        }
        return sum;
    }

    private static long over(int[] values, int from, int count, int line) {
        long sum = 0;
        for (int k = 0; k < count; k++) {
            sum += Math.max(0, values[from + k] - line);
        }
        return sum;
    }

    private static long bits(int[] values, int from, int count, int floor) {
        long bits = 0;
        for (int k = 0; k < count; k++) {
            bits |= (long) ((floor - values[from + k]) >>> 31) << k;
        }
        return bits;
    }
}
