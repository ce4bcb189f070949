package dev.standing.influence.policy;

import dev.standing.influence.input.Scale;

/**
 * How far scores may travel over ties; valid by construction.
 *
 * @param mode which way scores travel; {@code OFF} leaves every score at its base whatever the numbers say
 * @param strongestTies K, how many of a member's ties count on each side, 1 to 1000
 * @param boostShare a_b, the share of the distance to higher friends that a member is lifted by, 0 to below 1
 * @param boostCapPoints C_b, the most that friends can lift, 0 to 600 points
 * @param dragShare a_d, the same downwards: 0 in boost-only, above 0 in two-way
 * @param dragCapPoints C_d, the most that friends can drag, 0 to 600 points; 0 in boost-only
 * @param tieMemoryDays H, how long a severed tie is remembered, 0 to 3650 days
 * @param minimumTies M, ties (current and remembered together) below which a member's score is their base, 1 to 1000
 * @param friendsHearInSteps D, how coarse others hear a member's base, 0 to 600 points; 0, which hides nothing, is for comparison alone
 */
public record InfluencePolicy(
        Mode mode,
        int strongestTies,
        double boostShare,
        double boostCapPoints,
        double dragShare,
        double dragCapPoints,
        int tieMemoryDays,
        int minimumTies,
        int friendsHearInSteps) {

    public InfluencePolicy {
        within("strongestTies", strongestTies, 1, 1000);
        share("boostShare", boostShare);
        within("boostCapPoints", boostCapPoints, 0, Scale.RANGE_POINTS);
        share("dragShare", dragShare);
        within("dragCapPoints", dragCapPoints, 0, Scale.RANGE_POINTS);
        within("tieMemoryDays", tieMemoryDays, 0, 3650);
        within("minimumTies", minimumTies, 1, 1000);
        within("friendsHearInSteps", friendsHearInSteps, 0, Scale.RANGE_POINTS);
        dragFits(mode, dragShare, dragCapPoints);
        if (!(boostShare + dragShare < 1)) {
            throw new IllegalArgumentException("boostShare + dragShare is " + (boostShare + dragShare)
                    + "; allowed: below 1, or scores would not settle. Maybe a percentage was meant: 5 % is 0.05.");
        }
    }

    /** Boost-only, the default: K 10, a_b 0.05, C_b 30 points, H 180 days, M 1, D 50 points. */
    public static InfluencePolicy boostOnly() {
        return new InfluencePolicy(Mode.BOOST_ONLY, 10, 0.05, 30, 0, 0, 180, 1, 50);
    }

    /** Two-way with the defaults: as boost-only, and a_d 0.05, C_d 30 points. */
    public static InfluencePolicy twoWay() {
        return new InfluencePolicy(Mode.TWO_WAY, 10, 0.05, 30, 0.05, 30, 180, 1, 50);
    }

    /** Scores are bases. */
    public static InfluencePolicy off() {
        return new InfluencePolicy(Mode.OFF, 10, 0, 0, 0, 0, 180, 1, 50);
    }

    public InfluencePolicy withMinimumTies(int ties) {
        return new InfluencePolicy(
                mode,
                strongestTies,
                boostShare,
                boostCapPoints,
                dragShare,
                dragCapPoints,
                tieMemoryDays,
                ties,
                friendsHearInSteps);
    }

    public InfluencePolicy withStrongestTies(int ties) {
        return new InfluencePolicy(
                mode,
                ties,
                boostShare,
                boostCapPoints,
                dragShare,
                dragCapPoints,
                tieMemoryDays,
                minimumTies,
                friendsHearInSteps);
    }

    public InfluencePolicy withTieMemoryDays(int days) {
        return new InfluencePolicy(
                mode,
                strongestTies,
                boostShare,
                boostCapPoints,
                dragShare,
                dragCapPoints,
                days,
                minimumTies,
                friendsHearInSteps);
    }

    public InfluencePolicy withFriendsHearInSteps(int points) {
        return new InfluencePolicy(
                mode,
                strongestTies,
                boostShare,
                boostCapPoints,
                dragShare,
                dragCapPoints,
                tieMemoryDays,
                minimumTies,
                points);
    }

    /** q: how much of a difference between two states survives one round, 0 to below 1. */
    public double contraction() {
        return mode == Mode.OFF ? 0 : boostShare + dragShare;
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(
                    name + " is " + value + "; allowed: 0 to below 1. Maybe a percentage was meant: 5 % is 0.05.");
        }
    }

    private static void within(String name, double value, int lowest, int highest) {
        if (!(value >= lowest && value <= highest)) {
            String shown = value == Math.rint(value) && Math.abs(value) < 1e15 ? "" + (long) value : "" + value;
            throw new IllegalArgumentException(name + " is " + shown + "; allowed: " + lowest + " to " + highest);
        }
    }

    private static void dragFits(Mode mode, double dragShare, double dragCapPoints) {
        if (mode == Mode.BOOST_ONLY && (dragShare != 0 || dragCapPoints != 0)) {
            throw new IllegalArgumentException("dragShare is " + dragShare + " and dragCapPoints is " + dragCapPoints
                    + "; allowed in boost-only: 0. Maybe the mode two-way was meant.");
        }
        if (mode == Mode.TWO_WAY && dragShare == 0) {
            throw new IllegalArgumentException(
                    "dragShare is 0; allowed in two-way: above 0. Maybe the mode boost-only was meant.");
        }
    }
}
