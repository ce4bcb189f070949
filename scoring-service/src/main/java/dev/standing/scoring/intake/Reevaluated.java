package dev.standing.scoring.intake;

/**
 * What a re-evaluation of everybody came to.
 *
 * @param asOfDay the day as of which all scores stand now; days since 1970-01-01, UTC
 * @param changed scores that are not what they were
 */
public record Reevaluated(int asOfDay, int members, int changed) {}
