package dev.standing.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 has it.
 *
 * @param type a URN that names the sort of problem and stays the same over releases
 * @param violations what is wrong with the request, field by field; absent where that is not the problem
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable List<Violation> violations) {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:standing:problem:";

    public Problem {
        violations = violations == null ? List.of() : List.copyOf(violations);
    }

    static Problem of(String sort, String title, int status, @Nullable String detail) {
        return new Problem(TYPE_PREFIX + sort, title, status, detail, List.of());
    }

    static Problem of(String sort, String title, int status, List<Violation> violations) {
        Violation first = violations.getFirst();
        String where = first.field().isEmpty() ? "The body" : first.field();
        String detail = where + (first.value() == null ? " is missing or empty" : " is '" + first.value() + "'")
                + "; allowed: " + first.allowed();
        return new Problem(TYPE_PREFIX + sort, title, status, detail, violations);
    }
}
