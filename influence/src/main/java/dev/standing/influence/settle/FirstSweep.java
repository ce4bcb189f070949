package dev.standing.influence.settle;

import dev.standing.influence.community.Community;
import dev.standing.influence.community.RowEvaluator;
import dev.standing.influence.community.TieRows;

/** The first sweep, which reads every tie: evaluates rows at x = b and picks the ties that can ever count for the sweeps to come. */
final class FirstSweep {
    private final Community community;
    private final RowEvaluator rows;
    private final int strongestTies;
    private final Contenders picked = new Contenders(1 << 15);
    private int[] contributions = new int[64];

    FirstSweep(Community community, RowEvaluator rows) {
        this.community = community;
        this.rows = rows;
        this.strongestTies = community.terms().strongestTies();
    }

    /** Forgets what was picked. */
    void begin() {
        picked.clear();
    }

    Contenders picked() {
        return picked.trimmed();
    }

    /** Evaluates a row from what was heard there, and says how many of its ties can count. */
    int conclude(int i, int at) {
        int arcs = community.ties().live(i);
        if (arcs == 0) {
            rows.conclude(i, at);
            return 0;
        }
        TieRows ties = community.ties();
        byte[] weights = ties.weights(i);
        int from = ties.offset(i);
        if (contributions.length < arcs) {
            contributions = new int[Math.max(arcs, 2 * contributions.length)];
        }
        int highest = rows.contributions(i, weights, from, arcs, at, contributions);
        community.startBar(i, over(arcs, 0) <= strongestTies ? 0 : bar(arcs, highest));
        rows.conclude(i, weights, from, arcs, at);
        return picked.add(ties.neighbours(i), weights, from, contributions, arcs, Lines.of(community, i));
    }

    /** A guess that leaves about K above it, found by halving, longer in longer rows. */
    private int bar(int arcs, int highest) {
        int low = 0;
        int high = highest;
        int rounds = 32 - Integer.numberOfLeadingZeros(arcs);
        for (int round = 0; round < rounds && high - low > 1; round++) {
            int line = low + (high - low) / 2;
            int over = over(arcs, line);
            if (over < strongestTies) {
                high = line;
            } else {
                low = line;
                if (over <= strongestTies + (strongestTies >> 2)) {
                    break;
                }
            }
        }
        return low;
    }

    private int over(int arcs, int line) {
        int[] c = contributions;
        int over = 0;
        for (int k = 0; k < arcs; k++) {
            over += (line - c[k]) >>> 31;
        }
        return over;
    }
}
