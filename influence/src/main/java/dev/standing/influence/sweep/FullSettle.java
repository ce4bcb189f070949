package dev.standing.influence.sweep;

import dev.standing.influence.publication.Publication;
import dev.standing.influence.report.SettleOutcome;
import dev.standing.influence.report.SettleProgress;
import dev.standing.influence.rows.RowEvaluator;
import dev.standing.influence.store.Community;
import dev.standing.influence.store.Units;
import java.util.concurrent.atomic.LongAdder;

/**
 * Jacobi sweeps until the error rule holds.
 *
 * <p>Jacobi and not Gauss-Seidel: with integers each row of a sweep then gives the same bits whoever evaluates it and when,
 * so that the outcome is identical for every number of threads; and q is so small that both need three sweeps.
 */
public final class FullSettle {
    private final Community community;
    private final double epsPoints;
    private final SettleProgress progress;
    private final Distances distances;

    public FullSettle(Community community, double epsPoints, SettleProgress progress) {
        this.community = community;
        this.epsPoints = epsPoints;
        this.progress = progress;
        this.distances = new Distances(community.size());
    }

    public SettleOutcome run(int threads) {
        try (Crew crew = new Crew(threads)) {
            SettleOutcome outcome = community.terms().contends() ? settleContenders(crew) : settleAll(crew);
            publish(crew);
            return outcome;
        }
    }

    /** Without drags: the first sweep says which ties the next has to read. */
    private SettleOutcome settleContenders(Crew crew) {
        FirstSweep first = new FirstSweep(community, crew.range(community.size()));
        crew.largest(community.size(), () -> (from, to) -> {
            first.prepare(from, to);
            return 0;
        });
        progress.prepared();
        LongAdder arcs = new LongAdder();
        long forecast = crew.largest(community.size(), () -> forecasting(first.forecast(), arcs));
        progress.swept(1, Units.influenceToPoints(forecast));
        LongAdder arcsRead = new LongAdder();
        arcsRead.add(arcs.sum());
        long distance = crew.largest(community.size(), () -> range(first.rows(distances), arcsRead));
        return settle(crew, 2, distance, arcs.sum(), arcsRead);
    }

    private SettleOutcome settleAll(Crew crew) {
        LongAdder arcs = new LongAdder();
        crew.largest(community.size(), () -> (from, to) -> {
            arcs.add(community.tellBases(from, to));
            return 0;
        });
        progress.prepared();
        LongAdder arcsRead = new LongAdder();
        long distance = crew.largest(community.size(), () -> evaluating(arcsRead));
        return settle(crew, 1, distance, arcs.sum(), arcsRead);
    }

    /** Goes on after so many sweeps, the last of which was exact, until the error rule holds. */
    private SettleOutcome settle(Crew crew, int sweepsDone, long distanceLeft, long arcs, LongAdder arcsRead) {
        int members = community.size();
        int sweeps = sweepsDone;
        long distance = distanceLeft;
        while (true) {
            double residual = Units.influenceToPoints(distance);
            progress.swept(sweeps, residual);
            double error = community.terms().provenErrorPoints(residual);
            if (error <= epsPoints) {
                return new SettleOutcome(sweeps, residual, error, arcs, arcsRead.sum());
            }
            News news = new News(community, epsPoints, distance, distances);
            if (!news.reachesAll()) {
                crew.largest(members, () -> news::count);
            }
            news.decide(arcs);
            crew.largest(members, () -> news::tell);
            distance = crew.largest(members, () -> news.reachesAll() ? evaluating(arcsRead) : hearing(news, arcsRead));
            sweeps++;
        }
    }

    /** Evaluates every row once from what friends were told, as far as they were, and publishes. */
    public void evaluate(int threads) {
        try (Crew crew = new Crew(threads)) {
            crew.largest(community.size(), () -> evaluating(new LongAdder()));
            publish(crew);
        }
    }

    /** First decides in which step each is heard, then publishes what that comes to. */
    private void publish(Crew crew) {
        if (community.terms().steps.hide()) {
            community.unwatchAll();
            crew.largest(community.size(), this::deciding);
            crew.largest(community.size(), this::publishing);
        } else {
            crew.largest(community.size(), () -> (from, to) -> {
                for (int i = from; i < to; i++) {
                    if (community.isMember(i)) {
                        community.publish(i, community.standing(i));
                    }
                }
                return 0;
            });
        }
    }

    private Crew.Range deciding() {
        Publication publication = new Publication(community, epsPoints);
        return (from, to) -> {
            for (int i = from; i < to; i++) {
                if (community.isMember(i)) {
                    publication.decide(i);
                }
            }
            return 0;
        };
    }

    private Crew.Range publishing() {
        PublishedRows rows = new PublishedRows(community, new Publication(community, epsPoints));
        return (from, to) -> {
            rows.publish(from, to);
            return 0;
        };
    }

    private static Crew.Range forecasting(Forecast forecast, LongAdder arcs) {
        return (from, to) -> {
            long distance = forecast.sweep(from, to);
            arcs.add(forecast.arcs());
            return distance;
        };
    }

    private Crew.Range evaluating(LongAdder arcsRead) {
        return range(new RowsAbreast(community, distances), arcsRead);
    }

    private static Crew.Range range(RowsAbreast rows, LongAdder arcsRead) {
        return (from, to) -> {
            long distance = rows.evaluate(from, to);
            arcsRead.add(rows.arcsRead());
            return distance;
        };
    }

    /** Evaluates only rows that differences could not bring up to date, and publishes where anything changed. */
    private Crew.Range hearing(News news, LongAdder arcsRead) {
        RowEvaluator rows = new RowEvaluator(community);
        return (from, to) -> {
            for (int block = from; block < to; block += Distances.BLOCK) {
                if (news.stirs(block)) {
                    hear(news, rows, block, Math.min(to, block + Distances.BLOCK), arcsRead);
                }
            }
            return distances.farthest(from, to);
        };
    }

    private void hear(News news, RowEvaluator rows, int from, int to, LongAdder arcsRead) {
        distances.clear(from, to);
        for (int i = from; i < to; i++) {
            if (community.isMember(i)) {
                if (news.reached(i)) {
                    rows.evaluate(i);
                    arcsRead.add(community.ties().live(i));
                }
                distances.note(i, community.distance(i));
            }
        }
    }
}
