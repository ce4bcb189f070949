package dev.standing.contracts.score;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A cause for points that a base score does not have.
 *
 * @param code stable, of the scorecard
 * @param text for people, of the scorecard
 * @param pointsLost by how much the base would be higher without this cause; whole points, 1 or more
 */
@RegisterForReflection
public record ScoreReason(String code, String text, int pointsLost) {
    /** The most that are told of a score: as many principal reasons as a lender is to give. */
    public static final int MOST = 4;
}
