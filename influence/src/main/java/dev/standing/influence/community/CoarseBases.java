package dev.standing.influence.community;

import dev.standing.influence.Scale;

/**
 * Where a settle begins: members' bases to the nearest of 256 steps, in a byte each, as four times as many as in ints lie in the
 * cache; lifted by what ties may be expected to add to such a base. A settle may begin anywhere, and the nearer the sooner it ends.
 */
final class CoarseBases implements Told {
    static final int TOP = Scale.HIGHEST_POINTS * Units.PER_POINT;

    private static final int LOWEST = Scale.LOWEST_POINTS * Units.PER_POINT;
    /** In units: 255 of them reach over the scale. */
    private static final int STEP = (TOP - LOWEST + 254) / 255;

    /** No base is further than this from its step, in units; what comes of rounding the lifted ones too. */
    static final int FARTHEST = STEP / 2 + 256;

    /** Of the most that ties may add: about what ten of thirty friends make of it, where bases and weights are of all sizes. */
    private static final double EXPECTED = 0.25;

    private final byte[] steps;
    private final int lowest;
    private final int step;
    private final double lift;

    CoarseBases(Terms terms, int members) {
        this.steps = new byte[members];
        this.lift = terms.contraction() * EXPECTED;
        this.lowest = LOWEST + (int) (lift * (TOP - LOWEST));
        this.step = (int) Math.round(STEP * (1 - lift));
    }

    /** How much of the way to the top a base is lifted. */
    double lift() {
        return lift;
    }

    void set(int i, int baseUnits) {
        steps[i] = (byte) ((baseUnits - LOWEST + STEP / 2) / STEP);
    }

    int get(int i) {
        return lowest + (steps[i] & 255) * step;
    }

    @Override
    public void hear(int[] ids, int from, int[] heard, int at, int arcs) {
        byte[] all = steps;
        int first = lowest;
        int width = step;
        for (int k = 0; k < arcs; k++) {
            heard[at + k] = first + (all[ids[from + k]] & 255) * width;
        }
    }
}
