package dev.standing.influence.policy;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * The influence policy as it is written in a document; {@link InfluencePolicy} says what the figures mean.
 *
 * @param mode {@code boost-only}, {@code two-way} or {@code off}
 * @param drag absent in boost-only
 * @param tieMemory whole days, as {@code P180D}
 * @param minimumTies 1 where absent
 * @param friendsHearInSteps whole points, 50 where absent
 */
public record InfluenceDocument(
        String name,
        int version,
        String mode,
        int strongestTies,
        Side boost,
        @Nullable Side drag,
        Period tieMemory,
        @Nullable Integer minimumTies,
        @Nullable Integer friendsHearInSteps) {

    private static final int USUAL_STEP_POINTS = 50;

    /** How far friends on one side of a member count. */
    public record Side(double share, double capPoints) {}

    /**
     * What it says.
     *
     * @throws IllegalArgumentException whose text begins with the document's field
     */
    public InfluencePolicy policy() {
        Side side = drag == null ? new Side(0, 0) : drag;
        try {
            return new InfluencePolicy(
                    way(),
                    strongestTies,
                    boost.share(),
                    boost.capPoints(),
                    side.share(),
                    side.capPoints(),
                    days(),
                    minimumTies == null ? 1 : minimumTies,
                    friendsHearInSteps == null ? USUAL_STEP_POINTS : friendsHearInSteps);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(asWritten(String.valueOf(e.getMessage())), e);
        }
    }

    private Mode way() {
        return switch (mode) {
            case "boost-only" -> Mode.BOOST_ONLY;
            case "two-way" -> Mode.TWO_WAY;
            case "off" -> Mode.OFF;
            default -> throw new IllegalArgumentException("mode is " + mode + "; allowed: boost-only, two-way, off");
        };
    }

    private int days() {
        if (tieMemory.getYears() != 0 || tieMemory.getMonths() != 0) {
            throw new IllegalArgumentException("tieMemory is " + tieMemory + "; allowed: whole days, as P180D");
        }
        return tieMemory.getDays();
    }

    /** The kernel's names as the document has them. */
    private static String asWritten(String message) {
        return message.replace("boostShare", "boost.share")
                .replace("boostCapPoints", "boost.capPoints")
                .replace("dragShare", "drag.share")
                .replace("dragCapPoints", "drag.capPoints")
                .replace("tieMemoryDays", "tieMemory (days)");
    }
}
