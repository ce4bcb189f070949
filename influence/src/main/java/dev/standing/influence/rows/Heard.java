package dev.standing.influence.rows;

/**
 * What a friend told and the weight of the tie in one int, as whoever asks for one asks for the other: units, at most 22 bits, above
 * the weight's 8.
 *
 * <p>Loops that a compiler turns into vector instructions. C2 does so for bytes that become floats and not for bytes that become
 * ints: hence the detour.
 */
public final class Heard {
    private static final int WEIGHT_BITS = 8;
    private static final int WEIGHT = (1 << WEIGHT_BITS) - 1;

    private Heard() {}

    /** Steps of this width above the first, from a place on, become units, and the ties' weights join them. */
    static void join(int[] heard, int at, int first, int width, byte[] weights, int from, int arcs) {
        for (int k = 0; k < arcs; k++) {
            heard[at + k] = (first + heard[at + k] * width) << WEIGHT_BITS | ((int) (float) weights[from + k] & WEIGHT);
        }
    }

    /** What a tie contributes to a member of this base. */
    public static int contribution(int heard, int base) {
        return (heard & WEIGHT) * ((heard >>> WEIGHT_BITS) - base);
    }
}
