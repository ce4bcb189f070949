package dev.standing.ingest.lines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lines that are committed together, with their numbers. Bounded in lines and in bytes, those of their answers included, for
 * that is what a stream holds of its body: one chunk that is being committed and one that is being read.
 *
 * @param <I> a line, read
 */
final class Chunk<I> {
    static final int MAX_LINES = 4_000;
    static final int MAX_BYTES = 1024 * 1024;

    private final List<I> items = new ArrayList<>();
    private long[] numbers = new long[64];
    private int bytes;

    /** @param length bytes of the line and of what is known of its answer */
    void add(long number, I item, int length) {
        if (items.size() == numbers.length) {
            numbers = Arrays.copyOf(numbers, numbers.length * 2);
        }
        numbers[items.size()] = number;
        items.add(item);
        bytes += length;
    }

    boolean isFull() {
        return items.size() >= MAX_LINES || bytes >= MAX_BYTES;
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    List<I> items() {
        return items;
    }

    /** Number of the line that the item at the index was, from 1. */
    long number(int index) {
        return numbers[index];
    }
}
