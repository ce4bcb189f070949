package dev.standing.web.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a request.
 *
 * @param field path of the field, as {@code items[3].amountMinor}; empty for the whole body
 * @param value what was sent, shortened to {@value #MAX_VALUE_LENGTH} characters; null where nothing was
 * @param allowed what would have been right
 */
public record Violation(String field, @Nullable String value, String allowed) {
    private static final int MAX_VALUE_LENGTH = 64;

    public Violation {
        if (value != null && value.length() > MAX_VALUE_LENGTH) {
            value = value.substring(0, MAX_VALUE_LENGTH) + "…";
        }
    }

    /** A required field that is not there. */
    public static Violation missing(String field, String allowed) {
        return new Violation(field, null, allowed);
    }
}
