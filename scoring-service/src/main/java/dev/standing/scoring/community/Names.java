package dev.standing.scoring.community;

import dev.standing.contracts.identity.NameHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers of names, and names of numbers: 0, 1, 2 and so on as they are added. A name takes its bytes and some twenty to thirty more. For one
 * thread; finding takes constant time, adding too, on average.
 *
 * <p>Names lie one after the other, each with its length before it, in pages of which none is ever moved. They are found by open addressing,
 * in a table of numbers that is filled to two thirds at most, by a hash that nobody can aim at.
 */
final class Names {
    /** No number. */
    static final int NONE = -1;

    private static final int MOST_BYTES = 255;
    private static final int PAGE_BITS = 16;
    private static final int PAGE_BYTES = 1 << PAGE_BITS;
    private static final int MOST_PAGES = 1 << (Integer.SIZE - PAGE_BITS);

    private final NameHash hash = new NameHash();
    private final List<byte[]> pages = new ArrayList<>();
    private int end = PAGE_BYTES;
    private int size;
    /** By number: the page, and where in it the name lies; 4 GiB in all. */
    private int[] places = new int[64];
    /** Below the place of a name, which is looked at next, its number, one higher; 0 is free. */
    private long[] table = new long[128];

    /** How many there are. */
    int size() {
        return size;
    }

    /** The number of a name, or {@link #NONE}. */
    int find(String name) {
        byte[] bytes = bytes(name);
        return find(bytes, 0, bytes.length);
    }

    /** The same of a name in UTF-8; for any threads while nobody adds. */
    int find(byte[] bytes, int from, int length) {
        return (int) table[slot(bytes, from, length)] - 1;
    }

    /**
     * Adds one that is not there, and says its number.
     *
     * @param name of 255 bytes at most
     */
    int add(String name) {
        byte[] bytes = bytes(name);
        return add(bytes, 0, bytes.length);
    }

    /** The same of a name in UTF-8. */
    int add(byte[] bytes, int from, int length) {
        if (length > MOST_BYTES) {
            throw new IllegalArgumentException("a name has " + length + " bytes; allowed: " + MOST_BYTES);
        }
        if (3L * (size + 1) > 2L * table.length) {
            widen();
        }
        int slot = slot(bytes, from, length);
        if (table[slot] != 0) {
            throw new IllegalArgumentException("a name is there already");
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, size + (size >> 1));
        }
        places[size] = keep(bytes, from, length);
        table[slot] = entry(size);
        return size++;
    }

    String name(int number) {
        int place = places[number];
        byte[] page = pages.get(place >>> PAGE_BITS);
        int at = place & (PAGE_BYTES - 1);
        return new String(page, at + 1, page[at] & MOST_BYTES, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    private int keep(byte[] bytes, int from, int length) {
        if (end + 1 + length > PAGE_BYTES) {
            if (pages.size() == MOST_PAGES) {
                throw new IllegalStateException("names take more than 4 GiB");
            }
            pages.add(new byte[PAGE_BYTES]);
            end = 0;
        }
        byte[] page = pages.getLast();
        int at = end;
        page[at] = (byte) length;
        System.arraycopy(bytes, from, page, at + 1, length);
        end += 1 + length;
        return ((pages.size() - 1) << PAGE_BITS) | at;
    }

    /** Where the name is, or the free place where it would be. */
    private int slot(byte[] bytes, int from, int length) {
        int slot = (int) hash.of(bytes, from, length) & (table.length - 1);
        while (table[slot] != 0 && !isNamed((int) (table[slot] >>> Integer.SIZE), bytes, from, length)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private long entry(int number) {
        return ((long) places[number] << Integer.SIZE) | (number + 1);
    }

    private boolean isNamed(int place, byte[] bytes, int from, int length) {
        byte[] page = pages.get(place >>> PAGE_BITS);
        int at = place & (PAGE_BYTES - 1);
        return (page[at] & MOST_BYTES) == length
                && Arrays.equals(page, at + 1, at + 1 + length, bytes, from, from + length);
    }

    private void widen() {
        table = new long[table.length * 2];
        for (int number = 0; number < size; number++) {
            int place = places[number];
            byte[] page = pages.get(place >>> PAGE_BITS);
            int at = place & (PAGE_BYTES - 1);
            int slot = (int) hash.of(page, at + 1, page[at] & MOST_BYTES) & (table.length - 1);
            while (table[slot] != 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = entry(number);
        }
    }
}
