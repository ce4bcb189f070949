package dev.standing.influence.store;

/**
 * Fixed-point numbers of the kernel. Sums of integers do not depend on their order, so every evaluation of a row is exact and
 * gives the same bits on any machine, in any thread, in any order of arcs.
 *
 * <p>Bases and the values that friends are told are held in units of 1/4096 point, weights in steps of 1/255. A contribution
 * {@code weight * (told - base)} is at most 255 * 600 * 4096 = 6.3e8, so that it and the difference of two fit an int.
 * Influence, the outcome, is held in 2^-30 point.
 */
public final class Units {
    public static final int PER_POINT = 4096;
    public static final int FULL_WEIGHT = 255;
    public static final int INFLUENCE_BITS = 30;
    /** Influence per unit: 2^18. */
    static final int SHIFT = INFLUENCE_BITS - 12;

    private Units() {}

    public static int ofPoints(double points) {
        return (int) Math.round(points * PER_POINT);
    }

    public static double toPoints(int units) {
        return units / (double) PER_POINT;
    }

    /** A weight above 0 to 1 in steps of 1/255, at least one step. */
    public static int ofWeight(double weight) {
        return Math.max(1, (int) Math.round(weight * FULL_WEIGHT));
    }

    public static double toWeight(int steps) {
        return steps / (double) FULL_WEIGHT;
    }

    public static long influenceOfPoints(double points) {
        return Math.round(points * (1L << INFLUENCE_BITS));
    }

    public static double influenceToPoints(long influence) {
        return influence / (double) (1L << INFLUENCE_BITS);
    }

    /** The nearest unit, halves upwards. */
    public static int influenceToUnits(long influence) {
        return (int) ((influence + (1L << (SHIFT - 1))) >> SHIFT);
    }

    public static long unitsToInfluence(int units) {
        return (long) units << SHIFT;
    }
}
