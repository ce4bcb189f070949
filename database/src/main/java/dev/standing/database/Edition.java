package dev.standing.database;

/**
 * A version of a document that stored data stands on.
 *
 * @param name what it is, its name and its version, as {@code scorecard community/1}
 * @param location where it was read
 * @param fingerprint of what it says; the same for ever
 */
public record Edition(String name, String location, String fingerprint) {}
