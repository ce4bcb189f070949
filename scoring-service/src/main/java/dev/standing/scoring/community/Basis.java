package dev.standing.scoring.community;

/**
 * What a base score stands on.
 *
 * @param day as of which activity is read; days since 1970-01-01, UTC
 * @param scorecard by which it is read
 */
public record Basis(int day, String scorecard) {}
