package dev.standing.scoring.reevaluation;

import java.time.LocalDate;

/**
 * What a re-evaluation came to.
 *
 * @param asOf the day as of which all scores stand now
 * @param changed scores that are not what they were
 */
public record ReevaluationResult(LocalDate asOf, int members, int changed) {}
