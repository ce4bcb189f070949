package dev.standing.privileges.grants.memory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads what {@link PackedWriter} wrote, in the same order. Used by one thread. */
final class PackedReader {
    private final byte[] bytes;
    private int at;

    PackedReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = bytes[at++];
            value |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return value;
            }
        }
    }

    /** A number that was written as an int of no sign. */
    int count() {
        return Math.toIntExact(number());
    }

    long signed() {
        return signed(number());
    }

    String text() {
        int length = count();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    void passText() {
        int length = count();
        at += length;
    }

    Instant instant() {
        long head = number();
        long since = signed(head >>> PackedWriter.FORM_BITS);
        return switch ((int) head & ((1 << PackedWriter.FORM_BITS) - 1)) {
            case PackedWriter.MILLIS -> near(since, 1_000, PackedWriter.NANOS_A_MILLI);
            case PackedWriter.MICROS -> near(since, 1_000_000, PackedWriter.NANOS_A_MICRO);
            default -> {
                long second = signed();
                yield Instant.ofEpochSecond(second, number());
            }
        };
    }

    private static Instant near(long since, int aSecond, int nanos) {
        return Instant.ofEpochSecond(
                PackedWriter.NEAR_SECOND + Math.floorDiv(since, aSecond), Math.floorMod(since, aSecond) * (long) nanos);
    }

    private static long signed(long doubled) {
        return (doubled >>> 1) ^ -(doubled & 1);
    }
}
