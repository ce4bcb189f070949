package dev.standing.influence.analysis;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.policy.Mode;
import dev.standing.influence.report.Removal;
import dev.standing.influence.store.Community;
import dev.standing.influence.store.Steps;
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
    private final Steps steps;
    private boolean heard;
    private int boostCount;
    private int dragCount;
    private int tieCount;

    InfluenceRows(Community community, InfluencePolicy policy, Removal removal) {
        this.community = community;
        this.policy = policy;
        this.removal = removal;
        this.steps = community.terms().steps;
    }

    @Override
    public double contraction() {
        return policy.contraction();
    }

    @Override
    public double evaluate(int member, double[] values, int without) {
        double base = Units.toPoints(community.base(member));
        return base + influence(member, base, base, values, without);
    }

    @Override
    public double published(int member, double[] values, int without) {
        if (!steps.hide()) {
            return evaluate(member, values, without);
        }
        int own = community.own(member);
        heard = true;
        double influence = influence(member, Units.toPoints(own), Units.toPoints(steps.certain(own)), values, without);
        heard = false;
        return Units.toPoints(own) + influence;
    }

    /** What friends lift above one base, less what they drag below another. */
    private double influence(int member, double base, double certain, double[] values, int without) {
        if (policy.mode() == Mode.OFF || !community.consents(member)) {
            return 0;
        }
        boostCount = 0;
        dragCount = 0;
        tieCount = 0;
        current(member, base, certain, values, without);
        remembered(member, certain, values);
        if (tieCount < policy.minimumTies()) {
            return 0;
        }
        double boost = policy.boostShare() * strongest(boosts, boostCount);
        double drag = policy.dragShare() * strongest(drags, dragCount);
        return Math.clamp((boost - drag) / policy.strongestTies(), -policy.dragCapPoints(), policy.boostCapPoints());
    }

    private void current(int member, double base, double certain, double[] values, int without) {
        TieRows ties = community.ties();
        int arcs = ties.live(member);
        for (int k = 0; k < arcs; k++) {
            int friend = ties.neighbour(member, k);
            boolean dropped = friend == without;
            if (dropped && (removal == Removal.FORGOTTEN || policy.tieMemoryDays() == 0)) {
                continue;
            }
            tieCount++;
            double weight = Units.toWeight(ties.weight(member, k));
            double value = value(friend, values);
            if (value > base && !dropped) {
                boosts = room(boosts, boostCount);
                boosts[boostCount++] = weight * (value - base);
            } else if (value < certain) {
                drags = room(drags, dragCount);
                drags[dragCount++] = weight * (certain - value);
            }
        }
    }

    private void remembered(int member, double certain, double[] values) {
        TieRows memory = community.memory();
        int arcs = memory.live(member);
        for (int k = 0; k < arcs; k++) {
            tieCount++;
            double left = (double) community.daysLeft(memory.day(member, k)) / policy.tieMemoryDays();
            double weight = Units.toWeight(memory.weight(member, k)) * left;
            double drag = weight * (certain - value(memory.neighbour(member, k), values));
            if (drag > 0) {
                drags = room(drags, dragCount);
                drags[dragCount++] = drag;
            }
        }
    }

    private double value(int friend, double[] values) {
        return heard
                ? Units.toPoints(Steps.heard(Steps.ofScore(Units.influenceOfPoints(values[friend]))))
                : values[friend];
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
