package dev.standing.scoring.ties;

/**
 * A tie as it stands, of two members by number.
 *
 * @param weight over 0, at most 1
 * @param changedDay when it became what it is; days since 1970-01-01, UTC
 */
public record Tie(int a, int b, boolean active, double weight, int changedDay) {}
