package dev.standing.scoring.scorecard;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The five sides of reliability that a scorecard gives points for. */
public enum Dimension {
    HISTORY,
    CAPACITY,
    BEHAVIOUR,
    IDENTITY,
    CONNECTIONS;

    /** The name in documents and answers. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
