package dev.standing.influence.community;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Passes news on to friends' sums as differences, where that is exact, so that a hub of many ties is not read again for each of
 * them. Any number of threads at once: sums of integers do not depend on their order, and no bar is moved.
 */
public final class Differences {
    private static final VarHandle SUMS = MethodHandles.arrayElementVarHandle(long[].class);

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
        if ((c.flags[j] & Community.COUNTED) == 0) {
            return true;
        }
        int own = c.base[j];
        int from = steps * (before - own);
        int to = steps * (after - own);
        return (!c.terms().boosts || add(c.boostSum, j, c.boostBar[j], from, to))
                && (!c.terms().drags || add(c.dragSum, j, c.dragBar[j], -from, -to));
    }

    private static boolean add(long[] sums, int j, int bar, int before, int after) {
        int line = Math.max(0, bar);
        if (before > line && after > line) {
            SUMS.getAndAdd(sums, j, (long) after - before);
            return true;
        }
        return bar > 0 ? before < bar && after <= bar : before <= 0 && after <= 0;
    }
}
