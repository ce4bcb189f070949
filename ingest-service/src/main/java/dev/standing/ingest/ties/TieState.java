package dev.standing.ingest.ties;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a tie has come. Only an active one counts. */
public enum TieState {
    /** One side has asked. */
    PENDING,
    /** The other side has confirmed. */
    ACTIVE,
    /** Either side has ended it, or declined. */
    SEVERED;

    /** The word on the wire and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TieState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
