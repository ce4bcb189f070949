package dev.standing.scoring.scorecard;

/** A measure that ratios can refer to. */
public record NamedMeasure(String name, Measure measure) {}
