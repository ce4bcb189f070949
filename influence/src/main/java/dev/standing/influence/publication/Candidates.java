package dev.standing.influence.publication;

import dev.standing.influence.store.Community;
import dev.standing.influence.store.TieRows;
import dev.standing.influence.store.Units;

/**
 * The ties of a row that can be among the K strongest of a side, as far as what friends were told may be off. A tie's weight times how far
 * the friend's score is above what others hear of the member's base is what it contributes, if that is above 0.
 */
final class Candidates {
    final int[] friends;
    /** In steps of 1/255 divided by {@link #days}, below 0 on the side of drags. */
    final long[] weights;

    int count;

    private Candidates(int most) {
        friends = new int[most];
        weights = new long[most];
    }

    /** Of a weight as it is kept, days of memory, or 1 where there are none: so remembered weights are whole numbers too. */
    static int days(Community community) {
        return Math.max(1, community.terms().memoryDays);
    }

    /**
     * The boosts of a settled row.
     *
     * @param off how far what a friend was told may be from their exact score, in units
     */
    static Candidates boosts(Community community, int i, long off) {
        Candidates found = new Candidates(community.ties().live(i));
        found.add(community, i, 1, community.boostBar(i), off);
        return found;
    }

    static Candidates drags(Community community, int i, long off) {
        TieRows memory = community.memory();
        Candidates found = new Candidates(community.ties().live(i) + memory.live(i));
        found.add(community, i, -1, community.dragBar(i), off);
        for (int k = 0; k < memory.live(i); k++) {
            int days = Math.max(0, community.daysLeft(memory.day(i, k)));
            found.add(memory.neighbour(i, k), -(long) memory.weight(i, k) * days);
        }
        return found;
    }

    private void add(Community community, int i, int sign, int bar, long off) {
        TieRows ties = community.ties();
        int arcs = ties.live(i);
        if (arcs == 0) {
            return;
        }
        long line = Math.max(0, bar) - 2L * Units.FULL_WEIGHT * off;
        int days = days(community);
        int base = community.base(i);
        int[] ids = ties.neighbours(i);
        byte[] weights = ties.weights(i);
        int from = ties.offset(i);
        int[] told = community.told();
        for (int k = from; k < from + arcs; k++) {
            int weight = sign * (weights[k] & 255);
            if ((long) weight * (told[ids[k]] - base) >= line) {
                add(ids[k], (long) weight * days);
            }
        }
    }

    private void add(int friend, long weight) {
        friends[count] = friend;
        weights[count++] = weight;
    }
}
