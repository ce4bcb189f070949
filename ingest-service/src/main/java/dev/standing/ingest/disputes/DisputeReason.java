package dev.standing.ingest.disputes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a member contests a record: few and fixed, so that nobody has to write, or read, what a member would rather not say. */
public enum DisputeReason {
    /** Somebody else did it, or nobody. */
    NOT_MINE,
    /** It was something else: paid in time, and not late. */
    WRONG_KIND,
    /** It was another amount, currency or count. */
    WRONG_AMOUNT,
    /** It was at another time. */
    WRONG_TIME,
    /** There is a record of the same thing already. */
    COUNTED_TWICE,
    /** It was settled since, or taken back. */
    SETTLED;

    static final String ALLOWED =
            "one of " + Arrays.stream(values()).map(DisputeReason::code).collect(Collectors.joining(", "));

    /** The word on the wire and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<DisputeReason> find(@Nullable String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
