package dev.standing.stack;

import java.util.Locale;

/** The three services, by the names that the stack file uses. */
public enum Service {
    INGEST,
    SCORING,
    PRIVILEGES;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
