package dev.standing.influence.community;

import java.util.Arrays;

/**
 * The sum of the K largest of some positive ints, and the bar between those and the rest: values above the bar are among the K
 * and all others are not, except that where the K-th and the next are equal the bar is that value.
 *
 * <p>Quickselect whose partition has no branch that data decides: a branch would be mispredicted for every other value, at the
 * price of reading several.
 */
final class TopK {
    /** Where many values compete, a pivot near the top leaves few of them after one pass. */
    private static final int MANY = 128;

    private static final int FEW = 4;

    private int[] values = new int[64];
    private int count;
    private int bar;

    void clear() {
        count = 0;
    }

    /** Room for this many more; the caller writes behind {@link #count} and says how many with {@link #grew}. */
    int[] room(int more) {
        if (count + more > values.length) {
            values = Arrays.copyOf(values, Math.max(count + more, 2 * values.length));
        }
        return values;
    }

    int count() {
        return count;
    }

    void grew(int newCount) {
        count = newCount;
    }

    /** After {@link #sum}: 0 where all values are among the K. */
    int bar() {
        return bar;
    }

    long sum(int k) {
        if (count <= k) {
            bar = 0;
            return total(0, count);
        }
        return count - k <= FEW ? leaveOut(count - k) : select(k);
    }

    /** Where few have to go: the smallest, one by one. */
    private long leaveOut(int few) {
        int out = 0;
        for (int n = 0; n < few; n++) {
            int least = smallestIndex();
            out = values[least];
            values[least] = values[--count];
        }
        int least = values[smallestIndex()];
        bar = out + (least - out) / 2;
        return total(0, count);
    }

    private int smallestIndex() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, ((long) values[i] << 32) | i);
        }
        return (int) least;
    }

    private long select(int k) {
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
                bar = pivot + (smallest(0, above) - pivot) / 2;
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
                most = Math.max(most, values[from + n * stride]);
            }
            return most;
        }
        int a = values[from];
        int b = values[from + (size >> 1)];
        int c = values[to - 1];
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private int partitionAbove(int pivot, int from, int to) {
        int[] a = values;
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
        int[] a = values;
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
            sum += values[i];
        }
        return sum;
    }

    private int smallest(int from, int to) {
        int least = Integer.MAX_VALUE;
        for (int i = from; i < to; i++) {
            least = Math.min(least, values[i]);
        }
        return least;
    }

    private int largest(int from, int to) {
        int most = 0;
        for (int i = from; i < to; i++) {
            most = Math.max(most, values[i]);
        }
        return most;
    }
}
