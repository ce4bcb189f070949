package dev.standing.scoring.scorecard;

/**
 * A cause for points not earned.
 *
 * @param code stable, for machines
 * @param text for people
 */
public record Reason(String code, String text) {}
