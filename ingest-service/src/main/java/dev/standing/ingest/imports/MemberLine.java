package dev.standing.ingest.imports;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of a community that exists already.
 *
 * @param recordConsents the partners that the member allows to send records
 * @param social whether the member lets ties count
 * @param evidence where the member's own word to all of it can be found
 */
@RegisterForReflection
record MemberLine(
        @Nullable String member,
        @Nullable List<@Nullable String> recordConsents,
        @Nullable Boolean social,
        @Nullable String evidence) {}
