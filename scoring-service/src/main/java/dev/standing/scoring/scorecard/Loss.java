package dev.standing.scoring.scorecard;

/**
 * A cause for points that a base does not have.
 *
 * @param points by how much the base would be higher without that cause
 */
public record Loss(Reason reason, int points) {}
