package dev.standing.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.standing.contracts.identity.MemberId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A tie became active, changed its weight, or was severed. The highest {@code tieVersion} of a pair holds, whatever the
 * order of arrival.
 *
 * @param a the member of the pair that sorts first
 * @param b the other
 * @param weight over 0, at most 1; for a severed tie the weight that it had
 * @param tieVersion 1 for the first, one more for each change
 */
@JsonPropertyOrder({"version"})
@RegisterForReflection
public record TieEvent(int version, MemberId a, MemberId b, State state, double weight, long tieVersion, Instant at)
        implements Event {

    public TieEvent {
        Bounds.require(a == null || b == null || a.compareTo(b) < 0, "a", "must sort before b");
        Bounds.require(weight > 0 && weight <= 1, "weight", "must be over 0, and at most 1");
        Bounds.atLeast(1, "tieVersion", tieVersion);
        Bounds.instant("at", at);
    }

    /** The message key: both members in order. It says which partition, and is not to be taken apart. */
    @JsonIgnore
    public String key() {
        return a.value() + "|" + b.value();
    }

    /** Whether the tie counts now. */
    public enum State {
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("severed")
        SEVERED
    }
}
