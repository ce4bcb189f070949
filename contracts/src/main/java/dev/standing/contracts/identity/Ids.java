package dev.standing.contracts.identity;

import org.jspecify.annotations.Nullable;

/**
 * The one rule for the ids of members, partners and records: opaque, short, and safe in paths, keys and logs. Wide enough for
 * the subjects that identity providers issue ({@code auth0|64f0c0ffee}, base64url that begins with {@code -} or {@code _});
 * an {@code @} is not in it, for a mail address names a person.
 */
public final class Ids {
    /** Characters. */
    public static final int MAX_LENGTH = 128;

    /** The rule as a regular expression, for API descriptions. */
    public static final String PATTERN = "[A-Za-z0-9_-][A-Za-z0-9._:~|-]{0,127}";

    /** What to tell who sent another. */
    public static final String ALLOWED =
            "1 to 128 letters, digits or . _ : ~ | -, beginning with a letter, a digit, _ or -";

    private Ids() {}

    public static boolean isId(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > MAX_LENGTH || !mayBegin(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (!mayFollow(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The id, where it is one.
     *
     * @throws IllegalArgumentException where it is not; the text does not repeat it
     */
    public static String require(@Nullable String text) {
        if (text == null || !isId(text)) {
            throw new IllegalArgumentException("an id has " + ALLOWED);
        }
        return text;
    }

    private static boolean mayBegin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    private static boolean mayFollow(char c) {
        return mayBegin(c) || c == '.' || c == ':' || c == '~' || c == '|';
    }
}
