package dev.standing.ingest.door;

import org.jspecify.annotations.Nullable;

/** The ids of members, partners and records: opaque, short, and safe in paths, keys and logs. */
public final class Names {
    public static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9._:~-]{0,63}";

    /** What to tell who sent another. */
    public static final String ALLOWED = "1 to 64 letters, digits or . _ : ~ -, beginning with a letter or digit";

    private static final int MAX_LENGTH = 64;

    private Names() {}

    public static boolean isName(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > MAX_LENGTH || !isLetterOrDigit(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && c != '.' && c != '_' && c != ':' && c != '~' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
