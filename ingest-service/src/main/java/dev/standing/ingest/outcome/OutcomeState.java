package dev.standing.ingest.outcome;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;

/** What a record, or a line of an import, is now. */
@RegisterForReflection
public enum OutcomeState {
    /** A record is new, and on disk. */
    ACCEPTED,
    /** A record was there already, with the same content. */
    DUPLICATE,
    /** A record counts in its member's score. */
    SCORED,
    /** A record was taken back. */
    RETRACTED,
    /** A line of an import brought something new. */
    CREATED,
    /** A line of an import says what is so already. */
    KNOWN,
    /** It stands against what is there. */
    CONFLICT,
    /** It may not come in; of a record that was found valid: its member does not allow the partner to send it. */
    REFUSED,
    /** It may not have been taken; sent again it counts once. */
    FAILED;

    /** The word on the wire. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
