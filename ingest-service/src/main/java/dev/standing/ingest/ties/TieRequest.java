package dev.standing.ingest.ties;

import org.jspecify.annotations.Nullable;

/**
 * A member asks another for a tie.
 *
 * @param with the other member
 * @param weight how close, over 0, at most 1
 */
public record TieRequest(@Nullable String with, @Nullable Double weight) {}
