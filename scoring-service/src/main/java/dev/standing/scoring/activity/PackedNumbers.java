package dev.standing.scoring.activity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes whole numbers in as few bytes as they need, seven bits a byte, the lowest first; all bytes of a number but its last have the
 * highest bit set (LEB128). Signs are folded in: 0, -1, 1, -2 and so on become 0, 1, 2, 3. Texts are their length in bytes and their UTF-8.
 * Numbers have no bound. {@link PackedNumbersReader} reads them.
 */
final class PackedNumbers {
    private static final int INITIAL_BYTES = 128;
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;
    private static final int MASK = MORE - 1;

    private byte[] bytes = new byte[INITIAL_BYTES];
    private int size;

    void raw(byte value) {
        room(1);
        bytes[size++] = value;
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        size(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    /** A number that is not negative, and has no sign folded in. */
    void size(int number) {
        unsigned(number);
    }

    void number(long number) {
        unsigned((number << 1) ^ (number >> (Long.SIZE - 1)));
    }

    void number(BigInteger number) {
        if (number.bitLength() < Long.SIZE) {
            number(number.longValue());
            return;
        }
        BigInteger folded = number.shiftLeft(1);
        if (number.signum() < 0) {
            folded = folded.not();
        }
        while (folded.bitLength() > BITS) {
            raw((byte) ((folded.intValue() & MASK) | MORE));
            folded = folded.shiftRight(BITS);
        }
        raw(folded.byteValue());
    }

    private void unsigned(long number) {
        long rest = number;
        while ((rest & ~MASK) != 0) {
            raw((byte) ((rest & MASK) | MORE));
            rest >>>= BITS;
        }
        raw((byte) rest);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    /** All that was written. */
    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }
}
