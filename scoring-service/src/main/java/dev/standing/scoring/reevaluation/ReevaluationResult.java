package dev.standing.scoring.reevaluation;

import dev.standing.scoring.pipeline.Reevaluation;
import java.time.LocalDate;

/**
 * What a re-evaluation came to.
 *
 * @param asOf the day as of which all scores stand now
 * @param changed scores that are not what they were
 */
record ReevaluationResult(LocalDate asOf, int members, int changed) {
    static ReevaluationResult of(Reevaluation.Outcome outcome) {
        return new ReevaluationResult(
                LocalDate.ofEpochDay(outcome.memory().asOfDay()), outcome.members(), outcome.changed());
    }
}
