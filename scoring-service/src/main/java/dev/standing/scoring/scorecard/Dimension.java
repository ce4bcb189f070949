package dev.standing.scoring.scorecard;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The five sides of reliability that a scorecard gives points for. */
public enum Dimension {
    HISTORY(0),
    CAPACITY(1),
    BEHAVIOUR(2),
    IDENTITY(3),
    CONNECTIONS(4);

    private final int index;

    Dimension(int index) {
        this.index = index;
    }

    /** Place in arrays that hold one figure for each dimension. */
    public int index() {
        return index;
    }

    /** The name in documents and answers. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
