package dev.standing.scoring.pipeline;

/**
 * What all scores stand on.
 *
 * @param day as of which everybody's activity is read; days since 1970-01-01, UTC
 * @param scorecard by which it is read
 */
record Basis(int day, String scorecard) {}
