package dev.standing.benchmarks.influence;

/** Numbers out of numbers: the finalizer of SplitMix64 (Steele, Lea, Flood 2014) and what is built on it. */
final class Mix {
    static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Mix() {}

    static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    /** 0 to below the bound, out of the number's upper bits. */
    static int below(long mixed, int bound) {
        return (int) (((mixed >>> 32) * bound) >>> 32);
    }

    /** 0 to below 1. */
    static double unit(long mixed) {
        return (mixed >>> 11) * 0x1.0p-53;
    }

    /** A permutation of 0 to size - 1: mixes within the next power of two until it falls inside. */
    static int permute(int i, int size, long seed) {
        int bits = Math.max(2, 32 - Integer.numberOfLeadingZeros(size - 1));
        int mask = (int) ((1L << bits) - 1);
        int half = (bits + 1) / 2;
        int x = i;
        do {
            x = (x ^ (int) seed) & mask;
            x = (x * 0x2C1B3C6D) & mask;
            x ^= x >>> half;
            x = (x * 0x297A2D39) & mask;
            x ^= x >>> half;
            x = (x * 0x1B56C4E9) & mask;
            x ^= x >>> half;
        } while (x >= size);
        return x;
    }
}
