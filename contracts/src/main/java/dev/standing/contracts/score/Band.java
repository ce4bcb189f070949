package dev.standing.contracts.score;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** The bands in rising order. Where each begins is the scorecard's to say. */
@RegisterForReflection
public enum Band {
    POOR,
    FAIR,
    GOOD,
    EXCELLENT,
    OUTSTANDING;

    /** The name in documents and on the wire. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The band of that code; fails where there is none. */
    public static Band of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
