package dev.standing.influence.analysis;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.report.Removal;
import dev.standing.influence.report.ShunningReport;
import dev.standing.influence.store.Community;
import dev.standing.influence.store.Standing;
import dev.standing.influence.store.TieRows;
import dev.standing.influence.sweep.Crew;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** Measures, for each member, the most that dropping one friend would gain them. */
public final class Shunning {
    /** The state that gains are measured from is settled to this residual, in points, so that a gain of nothing is nothing. */
    private static final double SETTLED_POINTS = 1e-10;

    private final Community community;
    private final double epsPoints;
    private final int threads;

    public Shunning(Community community, double epsPoints, int threads) {
        if (!(epsPoints >= 1e-6 && epsPoints <= 10)) {
            throw new IllegalArgumentException("eps is " + epsPoints + " points; allowed: 0.000001 to 10");
        }
        this.community = community;
        this.epsPoints = epsPoints;
        this.threads = threads;
    }

    public ShunningReport underPolicy(InfluencePolicy policy, Removal removal) {
        return report(() -> new InfluenceRows(community, policy, removal), community.size(), i -> i);
    }

    /** Of these members alone. */
    public ShunningReport underPolicy(InfluencePolicy policy, Removal removal, int... members) {
        return report(() -> new InfluenceRows(community, policy, removal), members.length, i -> members[i]);
    }

    /** Under s = (1 - a) b + a W s, a plain average of friends. */
    public ShunningReport underAverages(double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("share is " + share + "; allowed: 0 to below 1");
        }
        return report(() -> new AverageRows(community, share), community.size(), i -> i);
    }

    private ShunningReport report(Supplier<RowModel> models, int count, IntUnaryOperator member) {
        double[] settled = settle(models.get());
        double[] gains = new double[settled.length];
        int[] friends = new int[settled.length];
        Arrays.fill(friends, -1);
        AtomicLong rows = new AtomicLong();
        try (Crew crew = new Crew(threads)) {
            crew.largest(count, () -> {
                WhatIf whatIf = new WhatIf(community, models.get(), settled, epsPoints);
                return (from, to) -> {
                    long before = whatIf.rowsEvaluated();
                    for (int i = from; i < to; i++) {
                        best(member.applyAsInt(i), whatIf, gains, friends);
                    }
                    rows.addAndGet(whatIf.rowsEvaluated() - before);
                    return 0;
                };
            });
        }
        return new ShunningReport(gains, friends, epsPoints, rows.get());
    }

    private void best(int i, WhatIf whatIf, double[] gains, int[] friends) {
        TieRows ties = community.ties();
        int arcs = community.consents(i) ? ties.live(i) : 0;
        for (int k = 0; k < arcs; k++) {
            double gain = whatIf.gain(i, ties.neighbour(i, k));
            if (gain > gains[i]) {
                gains[i] = gain;
                friends[i] = ties.neighbour(i, k);
            }
        }
    }

    /** Gauss-Seidel from the scores as they are. */
    private double[] settle(RowModel model) {
        double[] values = new double[community.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = community.isMember(i) ? Standing.scorePoints(community.standing(i)) : 0;
        }
        double residual = Double.MAX_VALUE;
        while (residual > SETTLED_POINTS) {
            residual = 0;
            for (int i = 0; i < values.length; i++) {
                if (community.isMember(i)) {
                    double value = model.evaluate(i, values, -1);
                    residual = Math.max(residual, Math.abs(value - values[i]));
                    values[i] = value;
                }
            }
        }
        return values;
    }
}
