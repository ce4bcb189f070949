package dev.standing.influence.settle;

import dev.standing.influence.SettleOutcome;
import dev.standing.influence.SettleProgress;
import dev.standing.influence.community.Community;
import dev.standing.influence.community.RowEvaluator;
import dev.standing.influence.community.Standing;
import dev.standing.influence.community.TieRows;
import dev.standing.influence.community.Units;

/**
 * Jacobi sweeps from x = b until the error rule holds.
 *
 * <p>Jacobi and not Gauss-Seidel: with integers each row of a sweep then gives the same bits whoever evaluates it and when,
 * so that the outcome is identical for every number of threads; and q is so small that both need three sweeps.
 */
public final class FullSettle {
    /** Values in 8 KB, a quarter of the smallest first-level cache. */
    private static final int HEARD_AT_ONCE = 2048;

    private final Community community;
    private final double epsPoints;
    private final SettleProgress progress;

    public FullSettle(Community community, double epsPoints, SettleProgress progress) {
        this.community = community;
        this.epsPoints = epsPoints;
        this.progress = progress;
    }

    public SettleOutcome run(int threads) {
        int members = community.size();
        int[] counts = new int[members];
        Contenders[] contenders = new Contenders[(members + Crew.CHUNK - 1) / Crew.CHUNK];
        community.tellBases();
        progress.prepared();
        try (Crew crew = new Crew(threads)) {
            long distance = crew.largest(members, () -> sweepingFirst(counts, contenders));
            int sweeps = 1;
            while (true) {
                double residual = Units.influenceToPoints(distance);
                progress.swept(sweeps, residual);
                double error = community.terms().provenErrorPoints(residual);
                if (error <= epsPoints) {
                    return new SettleOutcome(sweeps, residual, error, live(), read(contenders));
                }
                News news = new News(community, epsPoints, distance);
                crew.largest(members, () -> news::tell);
                distance = crew.largest(members, () -> sweeping(counts, contenders, news));
                sweeps++;
            }
        }
    }

    /** Evaluates every row once from what friends were told, and publishes. */
    public static void evaluate(Community community, int threads) {
        FullSettle settle = new FullSettle(community, 0, SettleProgress.SILENT);
        try (Crew crew = new Crew(threads)) {
            crew.largest(community.size(), settle::evaluating);
        }
    }

    private Crew.Range evaluating() {
        RowEvaluator rows = new RowEvaluator(community);
        return (from, to) -> readWhole(rows, from, to, rows::conclude);
    }

    private Crew.Range sweepingFirst(int[] counts, Contenders[] contenders) {
        RowEvaluator rows = new RowEvaluator(community);
        FirstSweep first = new FirstSweep(community, rows);
        return (from, to) -> {
            first.begin();
            long farthest = readWhole(rows, from, to, (i, at) -> counts[i] = first.conclude(i, at));
            contenders[from / Crew.CHUNK] = first.picked();
            return farthest;
        };
    }

    private Crew.Range sweeping(int[] counts, Contenders[] contenders, News news) {
        RowEvaluator rows = new RowEvaluator(community);
        return (from, to) -> {
            Contenders theirs = contenders[from / Crew.CHUNK];
            return news.reachesAll()
                    ? readContenders(rows, from, to, counts, theirs)
                    : readReached(rows, from, to, counts, theirs, news);
        };
    }

    /** Brings a member's sums up to date with what was heard from a place on. */
    private interface Conclusion {
        void conclude(int i, int at);
    }

    /** Hears as many whole rows at once as fit, then concludes each. */
    private long readWhole(RowEvaluator rows, int from, int to, Conclusion conclusion) {
        TieRows ties = community.ties();
        long farthest = 0;
        int first = from;
        while (first < to) {
            int last = first;
            int heard = 0;
            do {
                heard = rows.hear(last, ties.live(last), heard);
                last++;
            } while (last < to && heard + ties.live(last) <= HEARD_AT_ONCE);
            int at = 0;
            for (int i = first; i < last; i++) {
                if (community.isMember(i)) {
                    conclusion.conclude(i, at);
                    farthest = Math.max(farthest, publish(i));
                }
                at += ties.live(i);
            }
            first = last;
        }
        return farthest;
    }

    /** The same, where all that is heard lies together. */
    private long readContenders(RowEvaluator rows, int from, int to, int[] counts, Contenders contenders) {
        byte[] weights = contenders.weights();
        long farthest = 0;
        int begin = 0;
        int first = from;
        while (first < to) {
            int last = first;
            int arcs = 0;
            do {
                arcs += counts[last];
                last++;
            } while (last < to && arcs + counts[last] <= HEARD_AT_ONCE);
            contenders.hear(rows, begin, arcs);
            int at = 0;
            for (int i = first; i < last; i++) {
                if (community.isMember(i)) {
                    rows.conclude(i, weights, begin + at, counts[i], at);
                    farthest = Math.max(farthest, publish(i));
                }
                at += counts[i];
            }
            begin += arcs;
            first = last;
        }
        return farthest;
    }

    /** The same for those whom news reached; all other sums are what they would be. */
    private long readReached(RowEvaluator rows, int from, int to, int[] counts, Contenders contenders, News news) {
        byte[] weights = contenders.weights();
        long farthest = 0;
        int begin = 0;
        for (int i = from; i < to; i++) {
            if (community.isMember(i)) {
                if (news.reached(i)) {
                    contenders.hear(rows, begin, counts[i]);
                    rows.conclude(i, weights, begin, counts[i], 0);
                }
                farthest = Math.max(farthest, publish(i));
            }
            begin += counts[i];
        }
        return farthest;
    }

    private long publish(int i) {
        long standing = community.standing(i);
        community.published()[i] = standing;
        return Standing.distance(standing, community.told()[i]);
    }

    private long live() {
        TieRows ties = community.ties();
        long sum = 0;
        for (int i = 0; i < community.size(); i++) {
            sum += ties.live(i);
        }
        return sum;
    }

    private static long read(Contenders[] contenders) {
        long sum = 0;
        for (Contenders some : contenders) {
            sum += some.count();
        }
        return sum;
    }
}
