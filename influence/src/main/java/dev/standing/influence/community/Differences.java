package dev.standing.influence.community;

/**
 * Passes news on to friends' sums as differences, where that is exact, so that a hub of many ties is not read again for each of
 * them. Any number of threads at once: sums of integers do not depend on their order, and no bar is moved.
 */
public final class Differences {
    private final Community community;

    public Differences(Community community) {
        this.community = community;
    }

    /**
     * A current friend of j's, by a tie of this weight, told another value.
     *
     * @return false where j's row has to be read, as the difference alone does not say which ties now count
     */
    public boolean hear(int j, int steps, int before, int after) {
        Community c = community;
        if (!c.is(j, Community.COUNTED)) {
            return true;
        }
        int own = c.base(j);
        int from = steps * (before - own);
        int to = steps * (after - own);
        return (!c.terms().boosts || boost(j, from, to)) && (!c.terms().drags || drag(j, -from, -to));
    }

    private boolean boost(int j, int before, int after) {
        int bar = community.boostBar(j);
        boolean counts = counts(before, after, bar);
        if (counts) {
            community.addToBoost(j, (long) after - before);
        }
        return counts || neverCounts(before, after, bar);
    }

    private boolean drag(int j, int before, int after) {
        int bar = community.dragBar(j);
        boolean counts = counts(before, after, bar);
        if (counts) {
            community.addToDrag(j, (long) after - before);
        }
        return counts || neverCounts(before, after, bar);
    }

    private static boolean counts(int before, int after, int bar) {
        int line = Math.max(0, bar);
        return before > line && after > line;
    }

    private static boolean neverCounts(int before, int after, int bar) {
        return bar > 0 ? before < bar && after <= bar : before <= 0 && after <= 0;
    }
}
