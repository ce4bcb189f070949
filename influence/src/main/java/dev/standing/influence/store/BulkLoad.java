package dev.standing.influence.store;

import dev.standing.influence.input.Checks;
import dev.standing.influence.input.TieSource;
import java.util.Arrays;

/**
 * Fills rows with exactly the room they need: counts arcs in a first reading of the ties, places them in a second. A row that
 * grows later moves to one with spare room.
 */
public final class BulkLoad {
    private final Community community;
    private final TieRows rows;
    private final int[] degree;

    /** Into a community whose members have joined and have no ties. */
    public BulkLoad(Community community) {
        this.community = community;
        this.rows = community.ties();
        this.degree = new int[community.size()];
    }

    public void load(TieSource ties) {
        ties.forEach(this::count);
        long arcs = 0;
        for (int count : degree) {
            arcs += count;
        }
        rows.expect(degree.length, arcs);
        for (int i = 0; i < degree.length; i++) {
            rows.reserve(i, degree[i]);
            arcs -= degree[i];
            rows.expect(0, arcs);
        }
        ties.forEach(this::place);
        refuseDuplicates();
    }

    private void count(int a, int b, double weight) {
        Checks.pair(a, b);
        Checks.weight(weight);
        member(a);
        member(b);
        degree[a]++;
        degree[b]++;
    }

    private void place(int a, int b, double weight) {
        if (rows.length(a) == degree[a] || rows.length(b) == degree[b]) {
            throw new IllegalArgumentException("tie of members " + a + " and " + b
                    + " was not among the ties of the first reading; allowed: the same ties both times");
        }
        int steps = Units.ofWeight(weight);
        rows.add(a, b, steps, 0, community.consents(b));
        rows.add(b, a, steps, 0, community.consents(a));
    }

    private void member(int i) {
        if (!community.isMember(i)) {
            throw new IllegalArgumentException(
                    "tie of member " + i + "; allowed: members 0 to " + (community.size() - 1));
        }
    }

    /** Marks each friend with the row they were last seen in. */
    private void refuseDuplicates() {
        int[] seenIn = degree;
        Arrays.fill(seenIn, -1);
        for (int i = 0; i < seenIn.length; i++) {
            int count = rows.length(i);
            if (count > 1) {
                int[] ids = rows.neighbours(i);
                int from = rows.offset(i);
                for (int k = from; k < from + count; k++) {
                    if (seenIn[ids[k]] == i) {
                        throw new IllegalArgumentException(
                                "tie of members " + i + " and " + ids[k] + " is there twice; allowed: once");
                    }
                    seenIn[ids[k]] = i;
                }
            }
        }
    }
}
