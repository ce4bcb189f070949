package dev.standing.contracts.identity;

import java.security.SecureRandom;

/**
 * Hashes of names that nobody can choose so that they meet: who joins under what name is not ours to say. A polynomial modulo a prime, whose
 * point is drawn at random for each instance (Carter and Wegman, Universal classes of hash functions, 1979). Two names of n bytes meet in
 * fewer than n of 2<sup>60</sup> instances. Immutable; for any threads. Linear in the bytes, seven at a time.
 */
public final class NameHash {
    private static final int BYTES_AT_ONCE = 7;
    private static final long PRIME = (1L << 61) - 1;

    private final long point;

    /** One unlike all others. */
    public NameHash() {
        this(new SecureRandom().nextLong() & PRIME);
    }

    NameHash(long point) {
        this.point = point;
    }

    /** Of those bytes of a name. All bits of it are good. */
    public long of(byte[] bytes, int from, int length) {
        long hash = length;
        for (int i = 0; i < length; ) {
            long word = 0;
            for (int next = Math.min(length, i + BYTES_AT_ONCE); i < next; i++) {
                word = (word << Byte.SIZE) | (bytes[from + i] & 255);
            }
            hash = timesPoint(hash + word);
        }
        return hash;
    }

    /** Modulo the prime, which may be added once more; of less than 2^62. */
    private long timesPoint(long factor) {
        long low = factor * point;
        long high = Math.multiplyHigh(factor, point);
        long sum = (low & PRIME) + ((high << 3) | (low >>> 61));
        return (sum & PRIME) + (sum >>> 61);
    }
}
