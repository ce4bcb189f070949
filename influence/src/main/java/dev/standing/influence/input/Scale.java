package dev.standing.influence.input;

/** The scale that bases and scores live on, in points. */
public final class Scale {
    public static final int LOWEST_POINTS = 350;
    public static final int HIGHEST_POINTS = 950;
    public static final int RANGE_POINTS = HIGHEST_POINTS - LOWEST_POINTS;

    private Scale() {}
}
