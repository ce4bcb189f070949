package dev.standing.influence.input;

/** What the kernel asks of its caller, said the same everywhere. */
public final class Checks {
    private Checks() {}

    public static void weight(double weight) {
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("weight is " + weight + "; allowed: above 0 to 1");
        }
    }

    public static void pair(int a, int b) {
        if (a == b) {
            throw new IllegalArgumentException("tie of member " + a + " to themselves; allowed: two different members");
        }
    }

    public static void base(double basePoints) {
        if (!(basePoints >= Scale.LOWEST_POINTS && basePoints <= Scale.HIGHEST_POINTS)) {
            throw new IllegalArgumentException("base is " + basePoints + " points; allowed: " + Scale.LOWEST_POINTS
                    + " to " + Scale.HIGHEST_POINTS);
        }
    }

    public static void place(double place) {
        if (!(place >= 0 && place < 1)) {
            throw new IllegalArgumentException("place is not allowed; allowed: a share of a step, 0 to below 1");
        }
    }

    public static IllegalArgumentException unknown(int member) {
        return new IllegalArgumentException("member " + member + " is not known; allowed: ids of members who joined");
    }
}
