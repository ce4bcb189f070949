package dev.standing.influence.settle;

import dev.standing.influence.SettleOutcome;
import dev.standing.influence.SettleProgress;
import dev.standing.influence.community.Community;
import dev.standing.influence.community.RowEvaluator;
import dev.standing.influence.community.RowsAbreast;
import dev.standing.influence.community.Standing;
import dev.standing.influence.community.TieRows;
import dev.standing.influence.community.Units;
import java.util.concurrent.atomic.LongAdder;

/**
 * Jacobi sweeps from x = b until the error rule holds.
 *
 * <p>Jacobi and not Gauss-Seidel: with integers each row of a sweep then gives the same bits whoever evaluates it and when,
 * so that the outcome is identical for every number of threads; and q is so small that both need three sweeps.
 */
public final class FullSettle {
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
        long arcs = live();
        LongAdder arcsRead = new LongAdder();
        community.tellBases();
        progress.prepared();
        try (Crew crew = new Crew(threads)) {
            arcsRead.add(arcs);
            long distance = crew.largest(members, this::evaluating);
            int sweeps = 1;
            while (true) {
                double residual = Units.influenceToPoints(distance);
                progress.swept(sweeps, residual);
                double error = community.terms().provenErrorPoints(residual);
                if (error <= epsPoints) {
                    return new SettleOutcome(sweeps, residual, error, arcs, arcsRead.sum());
                }
                News news = new News(community, epsPoints, distance);
                if (!news.reachesAll()) {
                    crew.largest(members, () -> news::count);
                }
                news.decide(arcs);
                crew.largest(members, () -> news::tell);
                if (news.reachesAll()) {
                    arcsRead.add(arcs);
                    distance = crew.largest(members, this::evaluating);
                } else {
                    distance = crew.largest(members, () -> hearing(news, arcsRead));
                }
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
        RowsAbreast rows = new RowsAbreast(community);
        return (from, to) -> {
            rows.evaluate(from, to);
            return publish(from, to);
        };
    }

    /** Evaluates only rows that differences could not bring up to date, and publishes all. */
    private Crew.Range hearing(News news, LongAdder arcsRead) {
        RowEvaluator rows = new RowEvaluator(community);
        return (from, to) -> {
            for (int i = from; i < to; i++) {
                if (community.isMember(i) && news.reached(i)) {
                    rows.evaluate(i);
                    arcsRead.add(community.ties().live(i));
                }
            }
            return publish(from, to);
        };
    }

    private long publish(int from, int to) {
        long farthest = 0;
        for (int i = from; i < to; i++) {
            if (community.isMember(i)) {
                farthest = Math.max(farthest, publish(i));
            }
        }
        return farthest;
    }

    private long publish(int i) {
        long standing = community.standing(i);
        community.publish(i, standing);
        return Standing.distance(standing, community.told(i));
    }

    private long live() {
        TieRows ties = community.ties();
        long sum = 0;
        for (int i = 0; i < community.size(); i++) {
            sum += ties.live(i);
        }
        return sum;
    }
}
