package dev.standing.scoring.activity;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How many records and what amount by day, for one {@link SeriesKey} of one member. Days are days since 1970-01-01 in UTC, kept in rising
 * order in flat arrays; a day whose last record is undone is dropped, so that an undone record leaves no trace. Sums of amounts have no
 * bound, for one that stopped at one could not be undone.
 */
public final class Series {
    private static final int INITIAL_DAYS = 4;

    private int size;
    private int[] days = new int[INITIAL_DAYS];
    private long[] counts = new long[INITIAL_DAYS];
    private long[] amounts = new long[INITIAL_DAYS];
    /** By day, the amounts that no long holds; in their place stands the long that is nearest. */
    private Map<Integer, BigInteger> amountsBeyond = Map.of();

    Series() {}

    /**
     * Adds, or with negative numbers undoes.
     *
     * @throws ArithmeticException where a long cannot hold the day's count
     */
    void add(int day, long count, long amountMinor) {
        int at = placeOf(day);
        long sum = amounts[at] + amountMinor;
        boolean overflows = ((amounts[at] ^ sum) & (amountMinor ^ sum)) < 0;
        if (overflows || amountsBeyond.containsKey(day)) {
            amount(at, exactAmountMinor(at).add(BigInteger.valueOf(amountMinor)));
        } else {
            amounts[at] = sum;
        }
        count(at, count);
    }

    /** Adds an amount that may be beyond what a long holds. */
    void add(int day, long count, BigInteger amountMinor) {
        int at = placeOf(day);
        amount(at, exactAmountMinor(at).add(amountMinor));
        count(at, count);
    }

    private void count(int at, long more) {
        counts[at] = Math.addExact(counts[at], more);
        if (counts[at] == 0) {
            remove(at);
        }
    }

    private void amount(int at, BigInteger sum) {
        if (sum.bitLength() < Long.SIZE) {
            amounts[at] = sum.longValue();
            forgetBeyond(at);
            return;
        }
        if (amountsBeyond.isEmpty()) {
            amountsBeyond = new HashMap<>();
        }
        amounts[at] = sum.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        amountsBeyond.put(days[at], sum);
    }

    private int placeOf(int day) {
        int at = Arrays.binarySearch(days, 0, size, day);
        if (at < 0) {
            at = -at - 1;
            insert(at, day);
        }
        return at;
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

    private void forgetBeyond(int at) {
        if (!amountsBeyond.isEmpty()) {
            amountsBeyond.remove(days[at]);
        }
    }

    private void remove(int at) {
        forgetBeyond(at);
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

    /** The amount, or the greatest long where it is greater. */
    public long amountMinor(int index) {
        return amounts[index];
    }

    BigInteger exactAmountMinor(int index) {
        BigInteger beyond = amountsBeyond.get(days[index]);
        return beyond == null ? BigInteger.valueOf(amounts[index]) : beyond;
    }
}
