package dev.standing.ingest.imports;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * A tie of a community that exists already.
 *
 * @param evidence where the word of both to it can be found
 */
@RegisterForReflection
record TieLine(
        @Nullable String a,
        @Nullable String b,
        @Nullable Double weight,
        @Nullable String evidence) {}
