package dev.standing.influence.analysis;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.policy.Mode;
import dev.standing.influence.report.Removal;
import dev.standing.influence.store.Community;
import dev.standing.influence.store.TieRows;
import dev.standing.influence.store.Units;
import java.util.Arrays;

/** The influence model in plain doubles: the formula itself, with one tie left out or only remembered. One per thread. */
final class InfluenceRows implements RowModel {
    private final Community community;
    private final InfluencePolicy policy;
    private final Removal removal;
    private double[] boosts = new double[64];
    private double[] drags = new double[64];
    private int boostCount;
    private int dragCount;
    private int tieCount;

    InfluenceRows(Community community, InfluencePolicy policy, Removal removal) {
        this.community = community;
        this.policy = policy;
        this.removal = removal;
    }

    @Override
    public double contraction() {
        return policy.contraction();
    }

    @Override
    public double evaluate(int member, double[] values, int without) {
        double base = Units.toPoints(community.base(member));
        if (policy.mode() == Mode.OFF || !community.consents(member)) {
            return base;
        }
        boostCount = 0;
        dragCount = 0;
        tieCount = 0;
        current(member, base, values, without);
        remembered(member, base, values);
        if (tieCount < policy.minimumTies()) {
            return base;
        }
        double boost = policy.boostShare() * strongest(boosts, boostCount);
        double drag = policy.dragShare() * strongest(drags, dragCount);
        return base
                + Math.clamp((boost - drag) / policy.strongestTies(), -policy.dragCapPoints(), policy.boostCapPoints());
    }

    private void current(int member, double base, double[] values, int without) {
        TieRows ties = community.ties();
        int arcs = ties.live(member);
        for (int k = 0; k < arcs; k++) {
            int friend = ties.neighbour(member, k);
            boolean dropped = friend == without;
            if (dropped && (removal == Removal.FORGOTTEN || policy.tieMemoryDays() == 0)) {
                continue;
            }
            tieCount++;
            double pull = Units.toWeight(ties.weight(member, k)) * (values[friend] - base);
            if (pull > 0 && !dropped) {
                boosts = room(boosts, boostCount);
                boosts[boostCount++] = pull;
            } else if (pull < 0) {
                drags = room(drags, dragCount);
                drags[dragCount++] = -pull;
            }
        }
    }

    private void remembered(int member, double base, double[] values) {
        TieRows memory = community.memory();
        int arcs = memory.live(member);
        for (int k = 0; k < arcs; k++) {
            tieCount++;
            double left = (double) community.daysLeft(memory.day(member, k)) / policy.tieMemoryDays();
            double weight = Units.toWeight(memory.weight(member, k)) * left;
            double drag = weight * (base - values[memory.neighbour(member, k)]);
            if (drag > 0) {
                drags = room(drags, dragCount);
                drags[dragCount++] = drag;
            }
        }
    }

    private static double[] room(double[] array, int count) {
        return count < array.length ? array : Arrays.copyOf(array, 2 * count);
    }

    private double strongest(double[] array, int count) {
        int from = Math.max(0, count - policy.strongestTies());
        if (from > 0) {
            Arrays.sort(array, 0, count);
        }
        double sum = 0;
        for (int k = from; k < count; k++) {
            sum += array[k];
        }
        return sum;
    }
}
