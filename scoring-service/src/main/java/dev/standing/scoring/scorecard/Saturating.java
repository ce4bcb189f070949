package dev.standing.scoring.scorecard;

import java.math.BigInteger;

/** Arithmetic over numbers of 0 or more: what is too great for a long is the greatest long, in whatever order it is reached. */
final class Saturating {
    private Saturating() {}

    static long plus(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    /** A part of a whole that is not 0, rounded down. */
    static long basisPoints(long part, long whole) {
        if (part <= Long.MAX_VALUE / Measure.BASIS_POINTS) {
            return part * Measure.BASIS_POINTS / whole;
        }
        BigInteger exact = BigInteger.valueOf(part)
                .multiply(BigInteger.valueOf(Measure.BASIS_POINTS))
                .divide(BigInteger.valueOf(whole));
        return exact.bitLength() < Long.SIZE ? exact.longValue() : Long.MAX_VALUE;
    }
}
