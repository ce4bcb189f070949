package dev.standing.influence.incremental;

import dev.standing.influence.store.Community;
import dev.standing.influence.store.Standing;
import dev.standing.influence.store.TieRows;

/**
 * Changes members and ties, and marks what has to be evaluated for it.
 *
 * <p>A tie is kept in both rows whether or not its ends consent; a row's live part holds the friends who do. So consent can come
 * before or after ties, be withdrawn and be granted again, in any order, and the outcome is the same.
 */
public final class Upkeep {
    private final Community community;
    private final TieRows ties;
    private final TieRows memory;
    private final Propagation propagation;

    public Upkeep(Community community, Propagation propagation) {
        this.community = community;
        this.ties = community.ties();
        this.memory = community.memory();
        this.propagation = propagation;
    }

    /** Reads what a change of a member will ask for, for no other end than to have it near. */
    public long fetch(int i) {
        return i < community.size() ? community.base(i) ^ ties.fetch(i) : 0;
    }

    public void join(int ownUnits, int place) {
        propagation.rowChanged(community.join(ownUnits, place, false));
    }

    public void changeBase(int i, int ownUnits) {
        if (community.own(i) != ownUnits) {
            if (community.own(i, ownUnits)) {
                propagation.rowChanged(i);
            } else {
                propagation.stale(i);
            }
        }
    }

    public void leave(int i) {
        forget(ties, i);
        forget(memory, i);
        community.leave(i);
        community.publish(i, Standing.NOBODY);
    }

    private void forget(TieRows rows, int i) {
        while (rows.length(i) > 0) {
            int last = rows.length(i) - 1;
            int j = rows.neighbours(i)[rows.offset(i) + last];
            rows.remove(i, last);
            rows.remove(j, rows.find(j, i));
            propagation.rowChanged(j);
        }
    }

    public void consent(int i, boolean consents) {
        if (community.consents(i) != consents) {
            community.consents(i, consents);
            showOrHide(ties, i, consents);
            showOrHide(memory, i, consents);
            propagation.rowChanged(i);
        }
    }

    private void showOrHide(TieRows rows, int i, boolean shown) {
        for (int k = 0; k < rows.length(i); k++) {
            int j = rows.neighbours(i)[rows.offset(i) + k];
            rows.setLive(j, rows.find(j, i), shown);
            propagation.rowChanged(j);
        }
    }

    public void tie(int a, int b, int steps) {
        int index = ties.find(a, b);
        if (index >= 0) {
            int before = ties.weight(a, index);
            ties.setWeight(a, index, steps);
            ties.setWeight(b, ties.find(b, a), steps);
            reweighted(a, b, before, steps);
            return;
        }
        drop(a, b);
        boolean countedA = community.settled(a);
        boolean countedB = community.settled(b);
        ties.add(a, b, steps, 0, community.consents(b));
        ties.add(b, a, steps, 0, community.consents(a));
        came(a, b, steps, countedA);
        came(b, a, steps, countedB);
    }

    private void reweighted(int a, int b, int before, int after) {
        if (community.consents(a) && community.consents(b)) {
            changed(a, before * gap(a, b), after * gap(a, b));
            changed(b, before * gap(b, a), after * gap(b, a));
        }
    }

    /** A tie came to i's row: a difference where the row counted before, else all of the row. */
    private void came(int i, int j, int steps, boolean counted) {
        if (counted && community.consents(j)) {
            propagation.stale(i);
            propagation.changed(i, 0, steps * gap(i, j));
        } else if (community.consents(j)) {
            propagation.rowChanged(i);
        }
    }

    private void changed(int i, int before, int after) {
        if (community.settled(i)) {
            propagation.stale(i);
            propagation.changed(i, before, after);
        }
    }

    private int gap(int i, int j) {
        return community.told(j) - community.base(i);
    }

    public void sever(int a, int b, int day) {
        int index = ties.find(a, b);
        if (index < 0) {
            return;
        }
        int steps = ties.weight(a, index);
        ties.remove(a, index);
        ties.remove(b, ties.find(b, a));
        keep(a, b, steps, day);
        went(a, b, steps);
        went(b, a, steps);
    }

    /** A tie went from i's row; its memory can only drag or count towards the minimum. */
    private void went(int i, int j, int steps) {
        if (community.terms().drags || !community.settled(i) || !community.counts(i)) {
            propagation.rowChanged(i);
        } else if (community.consents(j)) {
            propagation.stale(i);
            propagation.changed(i, steps * gap(i, j), 0);
        }
    }

    public void remember(int a, int b, int steps, int day) {
        if (ties.find(a, b) < 0) {
            drop(a, b);
            keep(a, b, steps, day);
            propagation.rowChanged(a);
            propagation.rowChanged(b);
        }
    }

    private void keep(int a, int b, int steps, int day) {
        if (community.daysLeft(day) > 0) {
            memory.add(a, b, steps, day, community.consents(b));
            memory.add(b, a, steps, day, community.consents(a));
        }
    }

    /** Forgets a remembered tie, if there is one. */
    private void drop(int a, int b) {
        int index = memory.find(a, b);
        if (index >= 0) {
            memory.remove(a, index);
            memory.remove(b, memory.find(b, a));
            propagation.rowChanged(a);
            propagation.rowChanged(b);
        }
    }

    public void advanceTo(int day) {
        if (day == community.today()) {
            return;
        }
        community.today(day);
        for (int i = 0; i < community.size() && memory.arcs() > 0; i++) {
            if (memory.length(i) > 0) {
                age(i);
            }
        }
    }

    private void age(int i) {
        propagation.rowChanged(i);
        for (int k = memory.length(i) - 1; k >= 0; k--) {
            if (community.daysLeft(memory.day(i, k)) <= 0) {
                memory.remove(i, k);
            }
        }
    }
}
