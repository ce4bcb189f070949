package dev.standing.ingest.consents;

import org.jspecify.annotations.Nullable;

/**
 * What a caller asks for.
 *
 * @param granted true gives the permission, false withdraws it
 * @param evidence where the member's own word can be found, as the id of a signed form; needed from anybody but the member
 */
public record ConsentChange(
        @Nullable Boolean granted, @Nullable String evidence) {}
