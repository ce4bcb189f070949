package dev.standing.privileges.policy;

/** A tier that needs another perk's tier, or a higher one, to be earned too; both by index. */
public record Requirement(int perk, int tier) {}
