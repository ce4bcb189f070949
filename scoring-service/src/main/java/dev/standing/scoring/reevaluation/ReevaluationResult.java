package dev.standing.scoring.reevaluation;

import dev.standing.scoring.intake.Reevaluated;
import java.time.LocalDate;

/**
 * What a re-evaluation came to.
 *
 * @param asOf the day as of which all scores stand now
 * @param changed scores that are not what they were
 */
record ReevaluationResult(LocalDate asOf, int members, int changed) {
    static ReevaluationResult of(Reevaluated reevaluated) {
        return new ReevaluationResult(
                LocalDate.ofEpochDay(reevaluated.asOfDay()), reevaluated.members(), reevaluated.changed());
    }
}
