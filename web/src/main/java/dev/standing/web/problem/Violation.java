package dev.standing.web.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a request.
 *
 * @param field path of the field, as {@code items[3].amountMinor}, shortened as values are; empty for the whole body
 * @param value what was sent, shortened to {@value #MAX_LENGTH} characters; null where nothing was
 * @param allowed what would have been right
 */
@RegisterForReflection
public record Violation(String field, @Nullable String value, String allowed) {
    private static final int MAX_LENGTH = 64;

    public Violation {
        field = shortened(field);
        value = value == null ? null : shortened(value);
    }

    /** A required field that is not there. */
    public static Violation missing(String field, String allowed) {
        return new Violation(field, null, allowed);
    }

    /** About how many characters it takes to write. */
    int length() {
        return 40 + field.length() + (value == null ? 0 : value.length()) + allowed.length();
    }

    /** A character beyond the first 65,536 is two of Java's, which are not parted. */
    static String shortened(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return text.substring(0, end) + "…";
    }
}
