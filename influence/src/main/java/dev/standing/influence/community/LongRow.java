package dev.standing.influence.community;

/** The contributions of one row that is long enough for loops of its own, and an estimate of the sum of its K largest, as {@link Lanes} makes it. */
final class LongRow {
    /** More than abreast: the bar of a long row may be anywhere up to the most that a tie can contribute. */
    private static final int ROUNDS = Lanes.FEW_ROUNDS + 3;

    private final int strongestTies;
    private int[] contributions = new int[1 << 10];
    private int length;
    private int low;
    private int line;

    LongRow(int strongestTies) {
        this.strongestTies = strongestTies;
    }

    /** What the member's ties contribute to this base, as the friends told. */
    void lay(TieRows ties, int member, int base, Told source) {
        length = ties.live(member);
        if (contributions.length < length) {
            contributions = new int[Math.max(length, 2 * contributions.length)];
        }
        int from = ties.offset(member);
        source.hear(ties.neighbours(member), from, contributions, 0, length);
        multiply(ties.weights(member), from, contributions, length, base);
    }

    private static void multiply(byte[] weights, int from, int[] told, int length, int base) {
        for (int k = 0; k < length; k++) {
            told[k] = (weights[from + k] & 255) * (told[k] - base);
        }
    }

    /** Halves what is left around the bar, of which nothing is known but the most that a tie can contribute. */
    void estimate(int most) {
        low = 0;
        int high = most;
        line = 0;
        int step = Lanes.guess(most);
        for (int round = 0; round < ROUNDS; round++) {
            int above = above(contributions, 0, length, line);
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
    int low() {
        return low;
    }

    long sum() {
        return over(contributions, length, line) + (long) strongestTies * line;
    }

    /** Which contributions are above a line, as one bit each. */
    void mark(int floor, long[] words, int at) {
        int word = at;
        for (int from = 0; from < length; from += 64) {
            int to = Math.min(length, from + 64);
            words[word++] = above(contributions, from, to, floor) == 0 ? 0 : bits(contributions, from, to, floor);
        }
    }

    private static int above(int[] values, int from, int to, int line) {
        int sum = 0;
        for (int k = from; k < to; k++) {
            sum += (line - values[k]) >>> 31;
        }
        return sum;
    }

    private static long over(int[] values, int count, int line) {
        long sum = 0;
        for (int k = 0; k < count; k++) {
            sum += Math.max(0, values[k] - line);
        }
        return sum;
    }

    private static long bits(int[] values, int from, int to, int floor) {
        long bits = 0;
        for (int k = from; k < to; k++) {
            bits |= (long) ((floor - values[k]) >>> 31) << k;
        }
        return bits;
    }
}
