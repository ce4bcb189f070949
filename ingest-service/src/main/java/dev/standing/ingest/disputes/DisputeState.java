package dev.standing.ingest.disputes;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.standing.web.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a dispute has come, and what can become of it. */
public enum DisputeState {
    OPEN,
    /** The record was wrong, and is taken back. */
    UPHELD,
    /** The record stands. */
    REJECTED;

    /** The word on the wire and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whoever may decides it. The same again stays as it is; nothing that is decided is opened or decided anew.
     *
     * @throws ProblemException 409 where it was decided otherwise
     */
    DisputeState decide(DisputeState outcome) {
        if (outcome == OPEN) {
            throw new IllegalArgumentException("to leave it open decides nothing");
        }
        if (this == OPEN || this == outcome) {
            return outcome;
        }
        throw ProblemException.conflict("dispute-decided", "The dispute is " + code() + ", which stays so");
    }

    static Optional<DisputeState> find(@Nullable String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
