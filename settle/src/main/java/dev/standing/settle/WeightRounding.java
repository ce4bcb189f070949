package dev.standing.settle;

import dev.standing.influence.input.Scale;
import dev.standing.influence.policy.InfluencePolicy;

/**
 * What it may cost a score that weights are kept in steps of 1/255.
 *
 * <p>Weights that are off by d move what a row of friends comes to by at most q d R, where scores are at most R apart; so they move
 * the fixed point by at most m = q d R / (1 - q). Where scores are heard in steps, a friend may also be heard a step further: what is
 * published then moves by at most q (d R + m + step).
 */
final class WeightRounding {
    private static final double SCORE_STEP_POINTS = 10;

    private WeightRounding() {}

    static double errorPoints(InfluencePolicy policy, double rounding, Bases bases) {
        double q = policy.contraction();
        double apart =
                Math.min(Scale.RANGE_POINTS, bases.apart() + 2 * policy.friendsHearInSteps() + SCORE_STEP_POINTS);
        double moved = q * rounding * apart / (1 - q);
        return policy.friendsHearInSteps() == 0 || rounding == 0
                ? moved
                : q * (rounding * apart + moved + SCORE_STEP_POINTS);
    }
}
