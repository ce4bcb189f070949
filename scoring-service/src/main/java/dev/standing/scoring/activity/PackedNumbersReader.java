package dev.standing.scoring.activity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Reads what {@link PackedNumbers} wrote.
 *
 * <p>Whatever reads beyond the last byte throws an {@link UnreadableActivity}.
 */
final class PackedNumbersReader {
    private static final int BITS = 7;
    private static final int MASK = (1 << BITS) - 1;
    /** Bytes of the greatest number that surely is a long. */
    private static final int LONG_BYTES = 9;

    private final byte[] bytes;
    private int at;

    PackedNumbersReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    byte raw() {
        if (at >= bytes.length) {
            throw new UnreadableActivity("ends after " + bytes.length + " bytes, within a series");
        }
        return bytes[at++];
    }

    String text() {
        int length = size();
        if (length < 0 || length > bytes.length - at) {
            throw new UnreadableActivity("ends after " + bytes.length + " bytes, within a text");
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    int size() {
        return Math.toIntExact(unsigned());
    }

    /** Whether the next number is read by {@link #number}; else it is by {@link #greatNumber}. */
    boolean isLong() {
        for (int i = at; i < Math.min(at + LONG_BYTES, bytes.length); i++) {
            if (bytes[i] >= 0) {
                return true;
            }
        }
        return false;
    }

    long number() {
        long folded = unsigned();
        return (folded >>> 1) ^ -(folded & 1);
    }

    /** A number of any size. */
    BigInteger greatNumber() {
        BigInteger folded = BigInteger.ZERO;
        byte next;
        int shift = 0;
        do {
            next = raw();
            folded = folded.or(BigInteger.valueOf(next & MASK).shiftLeft(shift));
            shift += BITS;
        } while (next < 0);
        BigInteger half = folded.shiftRight(1);
        return folded.testBit(0) ? half.not() : half;
    }

    private long unsigned() {
        long number = 0;
        byte next;
        int shift = 0;
        do {
            next = raw();
            number |= (long) (next & MASK) << shift;
            shift += BITS;
        } while (next < 0);
        return number;
    }
}
