package dev.standing.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 has it.
 *
 * @param type a URN that names the sort of problem and stays the same over releases
 * @param violations what is wrong with the request, field by field, {@value #MOST_VIOLATIONS} at most; absent where that is not
 *     the problem
 * @param violationCount how many there are; absent where all are named
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@RegisterForReflection
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable List<Violation> violations,
        @Nullable Integer violationCount) {
    public static final String MEDIA_TYPE = "application/problem+json";

    static final int MOST_VIOLATIONS = 20;

    private static final String TYPE_PREFIX = "urn:standing:problem:";

    public Problem {
        violations = violations == null ? List.of() : List.copyOf(violations);
    }

    static Problem of(String sort, String title, int status, @Nullable String detail) {
        return new Problem(TYPE_PREFIX + sort, title, status, detail, List.of(), null);
    }

    static Problem of(String sort, String title, int status, List<Violation> violations) {
        Violation first = violations.getFirst();
        String where = first.field().isEmpty() ? "The body" : first.field();
        String detail = where + (first.value() == null ? " is missing or empty" : " is '" + first.value() + "'")
                + "; allowed: " + first.allowed();
        int count = violations.size();
        return count > MOST_VIOLATIONS
                ? new Problem(TYPE_PREFIX + sort, title, status, detail, violations.subList(0, MOST_VIOLATIONS), count)
                : new Problem(TYPE_PREFIX + sort, title, status, detail, violations, null);
    }

    /** About how many characters it takes to write. */
    public int length() {
        int length = 128 + (detail == null ? 0 : detail.length());
        for (Violation violation : violations == null ? List.<Violation>of() : violations) {
            length += violation.length();
        }
        return length;
    }
}
