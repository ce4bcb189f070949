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
        int[] contenders = new int[members];
        try (Crew crew = new Crew(threads)) {
            crew.largest(members, () -> preparing(contenders));
            progress.prepared();
            int sweeps = 0;
            while (true) {
                long distance = crew.largest(members, () -> sweeping(contenders));
                double residual = Units.influenceToPoints(distance);
                sweeps++;
                progress.swept(sweeps, residual);
                double error = community.terms().provenErrorPoints(residual);
                if (error <= epsPoints) {
                    return new SettleOutcome(sweeps, residual, error, live(), read(contenders));
                }
                crew.largest(members, () -> this::tell);
            }
        }
    }

    /** Evaluates every row once from what friends were told, and publishes. */
    public static void evaluate(Community community, int threads) {
        FullSettle settle = new FullSettle(community, 0, SettleProgress.SILENT);
        int[] all = new int[community.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = community.ties().live(i);
        }
        try (Crew crew = new Crew(threads)) {
            crew.largest(all.length, () -> settle.sweeping(all));
        }
    }

    private Crew.Range preparing(int[] contenders) {
        Contenders prepared = new Contenders(community);
        return (from, to) -> {
            for (int i = from; i < to; i++) {
                community.told()[i] = community.base()[i];
                contenders[i] = prepared.prepare(i);
            }
            return 0;
        };
    }

    private Crew.Range sweeping(int[] contenders) {
        RowEvaluator rows = new RowEvaluator(community);
        return (from, to) -> {
            long farthest = 0;
            int first = from;
            while (first < to) {
                int last = first;
                int heard = 0;
                do {
                    heard = rows.hear(last, contenders[last], heard);
                    last++;
                } while (last < to && heard + contenders[last] <= HEARD_AT_ONCE);
                farthest = Math.max(farthest, conclude(rows, first, last, contenders));
                first = last;
            }
            return farthest;
        };
    }

    private long conclude(RowEvaluator rows, int first, int last, int[] contenders) {
        long[] published = community.published();
        int[] told = community.told();
        long farthest = 0;
        int at = 0;
        for (int i = first; i < last; i++) {
            if (community.isMember(i)) {
                rows.conclude(i, contenders[i], at);
                published[i] = community.standing(i);
                farthest = Math.max(farthest, Standing.distance(published[i], told[i]));
            }
            at += contenders[i];
        }
        return farthest;
    }

    private long tell(int from, int to) {
        long[] published = community.published();
        int[] told = community.told();
        for (int i = from; i < to; i++) {
            if (community.isMember(i)) {
                told[i] = Standing.scoreUnits(published[i]);
            }
        }
        return 0;
    }

    private long live() {
        TieRows ties = community.ties();
        long sum = 0;
        for (int i = 0; i < community.size(); i++) {
            sum += ties.live(i);
        }
        return sum;
    }

    private static long read(int[] contenders) {
        long sum = 0;
        for (int count : contenders) {
            sum += count;
        }
        return sum;
    }
}
