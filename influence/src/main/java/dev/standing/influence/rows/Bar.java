package dev.standing.influence.rows;

/**
 * What a row's bar says of a contribution that goes from one value to another, 0 where there is none: above a bar over 0 are those
 * that count; a bar not over 0 says by how many fewer than K there are, so that all count.
 */
public final class Bar {
    /** Only the row itself can tell where the bar is now; less than any difference of two contributions. */
    public static final int UNKNOWN = -1 << 30;

    private Bar() {}

    /** Not among the K before, not among them now. */
    public static boolean ignores(int bar, int before, int after) {
        return before == after || (before < bar && after <= bar);
    }

    /** Where the bar is, after a contribution moved that is or was among the K. */
    public static int after(int bar, int before, int after) {
        if (bar > 0) {
            return before > bar && after > bar ? bar : UNKNOWN;
        }
        int fewer = bar + (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
        return fewer <= 0 ? fewer : UNKNOWN;
    }

    /** What to add to the sum where the bar stays, 0 where the contribution is ignored; else unknown. */
    public static int difference(int bar, int before, int after) {
        if (ignores(bar, before, after)) {
            return 0;
        }
        return after(bar, before, after) == bar ? after - before : UNKNOWN;
    }
}
