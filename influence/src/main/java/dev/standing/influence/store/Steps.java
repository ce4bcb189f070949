package dev.standing.influence.store;

import dev.standing.influence.input.Scale;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How coarse others hear a member. In units; a policy without steps lets others hear everything.
 *
 * <p><b>Bases</b> are heard as the lower edge of a step of D. Where a member's steps begin is their secret place o, 0 to below D, which is
 * not heard: a base is heard as L + k D, with the largest k for which L + k D + o is below it. So what is heard is never above the base,
 * and less than 2 D below it. Nothing is heard under the lowest base L, nor above the highest less D: a step at the end of the scale would be
 * narrower.
 *
 * <p><b>Scores</b> that bases as heard come to are heard for publication in steps of {@value #SCORE_POINTS} points, whose place is no secret:
 * they make what is published a matter of whole numbers. Such a step begins a little below a multiple, at an irrational number, where no
 * score can be, as bases, weights and shares are rational; what is heard is a unit below the multiple, and so below every score that is heard as it.
 */
public final class Steps {
    public static final int SCORE_POINTS = 10;

    private static final int SCORE_STEP = SCORE_POINTS * Units.PER_POINT;
    /** How far below a multiple a score's step begins, in 2^-30 point: ten-thousandths of the square root of 2, less than a unit. */
    private static final long BELOW = 151_850;

    private static final int LOWEST = Scale.LOWEST_POINTS * Units.PER_POINT;

    private final int step;
    private final int most;

    Steps(int stepPoints) {
        this.step = stepPoints * Units.PER_POINT;
        this.most = stepPoints == 0 ? 0 : Scale.RANGE_POINTS / stepPoints - 1;
    }

    /** Whether others hear less than all. */
    public boolean hide() {
        return step > 0;
    }

    /** Where the steps of a member begin who is given this share of a step, 0 to below 1. */
    public int place(double share) {
        return (int) (share * step);
    }

    /** What others hear of a base. */
    int heard(int base, int place) {
        return step == 0 ? base : LOWEST + Math.clamp(Math.floorDiv(base - LOWEST - place - 1, step), 0, most) * step;
    }

    /** Which step a score of so many 2^-30 point is in. */
    public static int ofScore(long score) {
        return (int) Math.floorDiv(score - Units.unitsToInfluence(LOWEST) + BELOW, Units.unitsToInfluence(SCORE_STEP));
    }

    /** The same, given about where the step begins: at ten-thousandths of the square root of 2 below a multiple. */
    public static int ofScore(BigDecimal points, BigDecimal root) {
        return points.subtract(BigDecimal.valueOf(Scale.LOWEST_POINTS))
                .add(root.movePointLeft(4))
                .divide(BigDecimal.valueOf(SCORE_POINTS), 0, RoundingMode.FLOOR)
                .intValueExact();
    }

    /** What others hear of a score in a step. */
    public static int heard(int scoreStep) {
        return LOWEST + scoreStep * SCORE_STEP - 1;
    }

    /** The base from which a friend who is heard at some value drags for certain: theirs may be higher by two steps, and their score by one. */
    public int certain(int base) {
        return Math.max(LOWEST - 1, base - 2 * step - SCORE_STEP - 1);
    }
}
