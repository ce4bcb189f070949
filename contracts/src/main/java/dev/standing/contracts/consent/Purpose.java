package dev.standing.contracts.consent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a member's permission is for. */
@RegisterForReflection
public enum Purpose {
    /** That a partner sends records of the member and sees the member's standing. */
    RECORDS,
    /** That ties to friends count, both ways. */
    SOCIAL;

    /** The name on the wire and in databases. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The purpose of that code.
     *
     * @throws IllegalArgumentException where there is none; the text does not repeat it
     */
    @JsonCreator
    public static Purpose of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a purpose is records or social"));
    }
}
