package dev.standing.privileges.policy;

/** A number that tiers of a perk differ in. */
public record Benefit(String name, String unit, Direction better) {}
