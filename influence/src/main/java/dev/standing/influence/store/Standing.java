package dev.standing.influence.store;

/**
 * Base and influence of one member in one long, so that a reader in another thread sees both of the same moment: base in units in
 * the upper 22 bits, influence in 2^-30 point in the lower 42.
 */
public final class Standing {
    /** Of somebody who never joined, or left: no base is 0. */
    public static final long NOBODY = 0;

    private static final int BITS = 42;

    private Standing() {}

    public static long of(int baseUnits, long influence) {
        return ((long) baseUnits << BITS) | (influence & ((1L << BITS) - 1));
    }

    public static int baseUnits(long standing) {
        return (int) (standing >>> BITS);
    }

    public static long influence(long standing) {
        return standing << (64 - BITS) >> (64 - BITS);
    }

    public static double scorePoints(long standing) {
        return Units.toPoints(baseUnits(standing)) + Units.influenceToPoints(influence(standing));
    }

    /** Whole points, halves upwards. */
    public static int rounded(long standing) {
        return (int) ((score(standing) + (1L << (Units.INFLUENCE_BITS - 1))) >> Units.INFLUENCE_BITS);
    }

    /** Base and influence in 2^-30 point. */
    public static long score(long standing) {
        return Units.unitsToInfluence(baseUnits(standing)) + influence(standing);
    }

    /** The score to the nearest unit: what friends are told. */
    public static int scoreUnits(long standing) {
        return baseUnits(standing) + Units.influenceToUnits(influence(standing));
    }

    /** How far the score is from what friends were told, in 2^-30 point. */
    public static long distance(long standing, int toldUnits) {
        return Math.abs(Units.unitsToInfluence(baseUnits(standing) - toldUnits) + influence(standing));
    }
}
