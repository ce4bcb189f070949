package dev.standing.influence.rows;

import dev.standing.influence.input.Scale;
import dev.standing.influence.store.Units;

/** What members told, to the nearest step of a hundredth of a point, in two bytes each: twice as many as in ints lie in the cache. */
public final class ToldSteps implements Told {
    public static final int TOP = Scale.HIGHEST_POINTS * Units.PER_POINT;

    private static final int LOWEST = Scale.LOWEST_POINTS * Units.PER_POINT;
    /** In units: less than 2^16 of them reach over the scale. */
    private static final int STEP = 40;

    /** No told value is further than this from its step, in units. */
    public static final int FARTHEST = STEP / 2;

    private final char[] steps;

    public ToldSteps(int members) {
        this.steps = new char[members];
    }

    public void set(int i, int units) {
        steps[i] = (char) ((units - LOWEST + STEP / 2) / STEP);
    }

    public int get(int i) {
        return LOWEST + steps[i] * STEP;
    }

    @Override
    public void hear(int[] ids, byte[] weights, int from, int[] heard, int at, int arcs) {
        char[] all = steps;
        for (int k = 0; k < arcs; k++) {
            heard[at + k] = all[ids[from + k]];
        }
        Heard.join(heard, at, LOWEST, STEP, weights, from, arcs);
    }
}
