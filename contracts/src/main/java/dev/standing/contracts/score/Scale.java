package dev.standing.contracts.score;

/** The scale of every published score, in whole points. */
public final class Scale {
    public static final int LEAST = 350;
    public static final int GREATEST = 950;

    private Scale() {}

    public static boolean covers(int points) {
        return LEAST <= points && points <= GREATEST;
    }

    /**
     * The points, where the scale has them.
     *
     * @throws IllegalArgumentException where it has not; the text begins with the field
     */
    public static int require(String field, int points) {
        if (!covers(points)) {
            throw new IllegalArgumentException(
                    field + " is " + points + "; allowed: " + LEAST + " to " + GREATEST + " points");
        }
        return points;
    }
}
