package dev.standing.ingest.disputes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who decided. */
public enum Decider {
    /** Who sent the record, and says itself that it was wrong. */
    PARTNER,
    OPERATOR;

    /** The word on the wire and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
