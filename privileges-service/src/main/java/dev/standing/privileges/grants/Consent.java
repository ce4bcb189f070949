package dev.standing.privileges.grants;

/** A member's answer to one partner; the highest version holds. */
public record Consent(long version, boolean granted) {}
