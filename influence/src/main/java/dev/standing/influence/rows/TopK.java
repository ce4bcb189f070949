package dev.standing.influence.rows;

/**
 * The sum of the K largest of those values that are positive, and the bar between those and the rest: values above the bar are
 * among the K and all others are not, except that where the K-th and the next are equal the bar is that value. Where no more than K
 * are positive, the bar says by how many they are fewer, as a number not above 0.
 *
 * <p>No loop has a branch that data decides: it would be mispredicted for every other value, at the price of reading several.
 */
public final class TopK {
    /** Were the positive values exponential, this many more than K would be above the first line. */
    private static final double MARGIN = 2;

    /** Where no more than this have to go, one pass finds them. */
    private static final int FEW = 3;

    /** Above all values, and so that no difference of two overflows. */
    private static final int LARGEST = 1 << 30;

    /** Where many values compete, a pivot near the top leaves few of them after one pass. */
    private static final int MANY = 128;

    private final int k;
    /** For each number of positive values, the first line over their sum. */
    private final double[] lines = new double[1 << 10];

    private final int[] smallest = new int[FEW + 2];
    private final long[] smallestSum = new long[FEW + 1];
    private int[] kept = new int[64];
    private int bar;

    public TopK(int k) {
        this.k = k;
        for (int positive = 1; positive < lines.length; positive++) {
            lines[positive] = line(positive);
        }
    }

    /** As many exponential values of mean m have K + margin above m ln(count / (K + margin)). */
    private double line(int positive) {
        return Math.max(0, Math.log(positive / (k + MARGIN))) / positive;
    }

    public int bar() {
        return bar;
    }

    /** The sum where this bar, above 0, still separates the K largest; else -1. */
    public long sumOver(int line, int[] values, int count) {
        long sum = 0;
        int above = 0;
        int below = 0;
        for (int n = 0; n < count; n++) {
            int excess = values[n] - line;
            int mask = -excess >> 31;
            sum += excess & mask;
            above -= mask;
            below += excess >>> 31;
        }
        if (above > k || count - below < k) {
            return -1;
        }
        bar = line;
        return sum + (long) k * line;
    }

    public long sum(int[] values, int count) {
        long sum = 0;
        int positive = 0;
        for (int n = 0; n < count; n++) {
            int mask = -values[n] >> 31;
            sum += values[n] & mask;
            positive -= mask;
        }
        if (positive <= k) {
            bar = positive - k;
            return sum;
        }
        double guess = sum * (positive < lines.length ? lines[positive] : line(positive));
        int line = (int) Math.min(guess, LARGEST);
        int above = keep(values, count, line);
        while (above < k) {
            line >>= 1;
            above = keep(values, count, line);
        }
        return above - k <= FEW ? leaveOut(above, line) : select(above);
    }

    /** Puts values above the line close together and says how many they are. */
    private int keep(int[] values, int count, int line) {
        if (kept.length <= count) {
            kept = new int[Math.max(count + 1, 2 * kept.length)];
        }
        int[] to = kept;
        int above = 0;
        for (int n = 0; n < count; n++) {
            int value = values[n];
            to[above] = value;
            above += (line - value) >>> 31;
        }
        return above;
    }

    /** Where few have to go: the smallest. */
    private long leaveOut(int count, int line) {
        int[] values = kept;
        int a = Integer.MAX_VALUE;
        int b = a;
        int c = a;
        int d = a;
        long sum = 0;
        for (int n = 0; n < count; n++) {
            int v = values[n];
            sum += v;
            d = Math.min(d, Math.max(c, v));
            c = Math.min(c, Math.max(b, v));
            b = Math.min(b, Math.max(a, v));
            a = Math.min(a, v);
        }
        int[] least = smallest;
        least[0] = line;
        least[1] = a;
        least[2] = b;
        least[3] = c;
        least[4] = d;
        long[] out = smallestSum;
        out[1] = a;
        out[2] = (long) a + b;
        out[3] = out[2] + c;
        bar = middle(least[count - k], least[count - k + 1]);
        return sum - out[count - k];
    }

    private long select(int count) {
        int from = 0;
        int to = count;
        long sum = 0;
        int wanted = k;
        while (true) {
            int pivot = pivot(from, to, wanted);
            int above = partitionAbove(pivot, from, to);
            int greater = above - from;
            if (greater > wanted) {
                to = above;
                continue;
            }
            sum += total(from, above);
            if (greater == wanted) {
                bar = middle(pivot, smallest(0, above));
                return sum;
            }
            int behind = partitionEqual(pivot, above, to);
            int equal = behind - above;
            wanted -= greater;
            if (equal >= wanted) {
                bar = equal > wanted ? pivot : middle(largest(behind, count), pivot);
                return sum + (long) pivot * wanted;
            }
            sum += (long) pivot * equal;
            wanted -= equal;
            from = behind;
        }
    }

    /** A bar that the upper clears and the lower does not. */
    private static int middle(int lower, int upper) {
        return lower + (upper - lower) / 2;
    }

    private int pivot(int from, int to, int wanted) {
        int size = to - from;
        if (size >= MANY && wanted * 8L < size) {
            int looked = Math.max(4, size / (2 * wanted));
            int stride = size / looked;
            int most = 0;
            for (int n = 0; n < looked; n++) {
                most = Math.max(most, kept[from + n * stride]);
            }
            return most;
        }
        int a = kept[from];
        int b = kept[from + (size >> 1)];
        int c = kept[to - 1];
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private int partitionAbove(int pivot, int from, int to) {
        int[] a = kept;
        int j = from;
        for (int i = from; i < to; i++) {
            int v = a[i];
            a[i] = a[j];
            a[j] = v;
            j += (pivot - v) >>> 31;
        }
        return j;
    }

    private int partitionEqual(int pivot, int from, int to) {
        int[] a = kept;
        int j = from;
        for (int i = from; i < to; i++) {
            int v = a[i];
            a[i] = a[j];
            a[j] = v;
            j += v == pivot ? 1 : 0;
        }
        return j;
    }

    private long total(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += kept[i];
        }
        return sum;
    }

    private int smallest(int from, int to) {
        int least = Integer.MAX_VALUE;
        for (int i = from; i < to; i++) {
            least = Math.min(least, kept[i]);
        }
        return least;
    }

    private int largest(int from, int to) {
        int most = 0;
        for (int i = from; i < to; i++) {
            most = Math.max(most, kept[i]);
        }
        return most;
    }
}
