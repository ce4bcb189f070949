package dev.standing.influence.store;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.policy.Mode;

/** A policy compiled to the kernel's units. */
public final class Terms {
    public final boolean boosts;
    public final boolean drags;
    public final int strongestTies;
    final int minimumTies;
    public final int memoryDays;
    public final Steps steps;
    private final InfluencePolicy policy;
    private final double boostPerUnit;
    private final double dragPerUnit;
    private final long mostUp;
    private final long mostDown;
    private final double q;
    private final double roundingPoints;

    public Terms(InfluencePolicy policy) {
        this.policy = policy;
        this.steps = new Steps(policy.friendsHearInSteps());
        boolean on = policy.mode() != Mode.OFF;
        this.boosts = on && policy.boostShare() > 0;
        this.drags = on && policy.dragShare() > 0;
        this.strongestTies = policy.strongestTies();
        this.minimumTies = policy.minimumTies();
        this.memoryDays = policy.tieMemoryDays();
        double influencePerUnit = (double) (1L << Units.INFLUENCE_BITS) / Units.PER_POINT / Units.FULL_WEIGHT;
        this.boostPerUnit = policy.boostShare() / strongestTies * influencePerUnit;
        this.dragPerUnit = policy.dragShare() / strongestTies * influencePerUnit;
        this.mostUp = Units.influenceOfPoints(policy.boostCapPoints());
        this.mostDown = Units.influenceOfPoints(policy.dragCapPoints());
        this.q = policy.contraction();
        this.roundingPoints = 1e-9 + policy.dragShare() / Units.PER_POINT / Units.FULL_WEIGHT;
    }

    /** Influence in 2^-30 point of the K strongest contributions on each side, to the nearest: every row of every sweep asks. */
    public long influence(long boostSum, long dragSum) {
        // Processors have an instruction for floor, and none for round.
        double influence = Math.floor(boostPerUnit * boostSum - dragPerUnit * dragSum + 0.5);
        return Math.clamp((long) influence, -mostDown, mostUp);
    }

    /** What a unit of a sum adds to a score, in units. */
    public double boostUnits() {
        return boostPerUnit / (1L << Units.SHIFT);
    }

    public double boostPoints(long sum) {
        return boostPerUnit * sum / (1L << Units.INFLUENCE_BITS);
    }

    public double dragPoints(long sum) {
        return dragPerUnit * sum / (1L << Units.INFLUENCE_BITS);
    }

    public long mostUp() {
        return mostUp;
    }

    public long mostDown() {
        return mostDown;
    }

    /** Whether contributions can only rise after the first sweep, so that it says which ties can ever count. */
    public boolean contends() {
        return boosts && !drags;
    }

    /** What was compiled. */
    public InfluencePolicy policy() {
        return policy;
    }

    public double contraction() {
        return q;
    }

    public int strongestTies() {
        return strongestTies;
    }

    /**
     * The error rule, on the scores s computed from told values x: with |x - s| at most r and s = F(x) up to a rounding d,
     * |s - s*| <= q |x - s*| + d <= q (r + |s - s*|) + d, so |s - s*| <= (q r + d) / (1 - q).
     */
    public double provenErrorPoints(double residualPoints) {
        return (q * residualPoints + (q == 0 ? 0 : roundingPoints)) / (1 - q);
    }

    /** The smallest error that told values in whole units can prove. */
    public double finestEpsPoints() {
        return provenErrorPoints(0.5 / Units.PER_POINT);
    }

    /** The largest residual, in 2^-30 point, that proves an error of eps. */
    public long threshold(double epsPoints) {
        if (q == 0) {
            return Long.MAX_VALUE;
        }
        double points = Math.min((epsPoints * (1 - q) - roundingPoints) / q, 1_000);
        return Math.max((long) (points * (1L << Units.INFLUENCE_BITS)), 1L << (Units.SHIFT - 1));
    }
}
