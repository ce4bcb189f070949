package dev.standing.influence.sweep;

import dev.standing.influence.rows.Bar;
import dev.standing.influence.store.Community;

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
        int boost = c.terms().boosts ? Bar.difference(c.boostBar(j), Math.max(0, from), Math.max(0, to)) : 0;
        int drag = c.terms().drags ? Bar.difference(c.dragBar(j), Math.max(0, -from), Math.max(0, -to)) : 0;
        if (boost == Bar.UNKNOWN || drag == Bar.UNKNOWN) {
            return false;
        }
        if (boost != 0) {
            c.addToBoost(j, boost);
        }
        if (drag != 0) {
            c.addToDrag(j, drag);
        }
        return true;
    }
}
