package dev.standing.contracts.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A member contested a record of theirs, or that was decided. What is decided stays decided, whatever the order of arrival; of a record
 * there is one dispute, ever.
 *
 * @param dispute its id
 * @param partner who sent the record
 * @param record the partner's id of it
 * @param reason a code of a closed list, as {@code not-mine}
 * @param openedAt when the member contested it
 * @param freezesUntil until when, at the longest, nothing is taken from the member for it
 * @param at when this happened
 */
@JsonPropertyOrder({"version"})
@RegisterForReflection
public record DisputeEvent(
        int version,
        String dispute,
        MemberId member,
        PartnerId partner,
        String record,
        String reason,
        State state,
        Instant openedAt,
        Instant freezesUntil,
        Instant at)
        implements Event {

    public DisputeEvent {
        Bounds.id("dispute", dispute);
        Bounds.id("record", record);
        Bounds.code("reason", reason);
        Bounds.instant("openedAt", openedAt);
        Bounds.instant("freezesUntil", freezesUntil);
        Bounds.instant("at", at);
    }

    /** How far it has come. */
    public enum State {
        @JsonProperty("open")
        OPEN,
        /** The record was wrong, and is taken back. */
        @JsonProperty("upheld")
        UPHELD,
        /** The record stands. */
        @JsonProperty("rejected")
        REJECTED
    }
}
