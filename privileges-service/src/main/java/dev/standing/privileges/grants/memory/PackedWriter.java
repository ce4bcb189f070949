package dev.standing.privileges.grants.memory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Numbers, texts and instants in as few bytes as they need: seven bits of a number a byte, the lowest first. Whatever {@link PackedReader}
 * reads is what was written. Used by one thread.
 */
final class PackedWriter {
    static final int MILLIS = 0;
    static final int MICROS = 1;
    static final int NANOS = 2;
    static final int FORM_BITS = 2;
    /** Instants near it take fewest bytes: of whole milliseconds five within seven weeks, and six within seventeen years. */
    static final long NEAR_SECOND = Instant.parse("2026-11-01T00:00:00Z").getEpochSecond();

    static final int NANOS_A_MICRO = 1_000;
    static final int NANOS_A_MILLI = 1_000_000;
    /** Thirty thousand years. */
    private static final long FARTHEST_SECOND = 1_000_000_000_000L;

    private static final int LONGEST_NUMBER = 10;

    private byte[] bytes = new byte[256];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** Of any sign, but what is negative takes ten bytes. */
    void number(long value) {
        room(LONGEST_NUMBER);
        long left = value;
        while ((left & ~0x7FL) != 0) {
            bytes[size++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[size++] = (byte) left;
    }

    /** So that what is near 0 on either side takes few bytes. */
    void signed(long value) {
        number((value << 1) ^ (value >> 63));
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        text(utf8, 0, utf8.length);
    }

    /** A text that is given as its bytes in UTF-8. */
    void text(byte[] utf8, int from, int to) {
        number(to - from);
        raw(utf8, from, to);
    }

    void raw(byte[] from, int begin, int end) {
        room(end - begin);
        System.arraycopy(from, begin, bytes, size, end - begin);
        size += end - begin;
    }

    /** As milliseconds from the near instant, as microseconds, or as seconds and nanoseconds, whatever it takes; the lowest two bits say which. */
    void instant(Instant instant) {
        long second = instant.getEpochSecond();
        int nano = instant.getNano();
        if (nano % NANOS_A_MICRO != 0 || Math.abs(second) > FARTHEST_SECOND) {
            number(NANOS);
            signed(second);
            number(nano);
        } else if (nano % NANOS_A_MILLI != 0) {
            instant(MICROS, (second - NEAR_SECOND) * 1_000_000 + nano / NANOS_A_MICRO);
        } else {
            instant(MILLIS, (second - NEAR_SECOND) * 1_000 + nano / NANOS_A_MILLI);
        }
    }

    private void instant(int form, long since) {
        number((((since << 1) ^ (since >> 63)) << FORM_BITS) | form);
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** The bytes so far, behind those. */
    byte[] after(byte[] before) {
        byte[] all = Arrays.copyOf(before, before.length + size);
        System.arraycopy(bytes, 0, all, before.length, size);
        return all;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
