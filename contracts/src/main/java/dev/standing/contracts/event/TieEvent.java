package dev.standing.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
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
public record TieEvent(int version, String a, String b, State state, double weight, long tieVersion, Instant at)
        implements Event {

    public TieEvent {
        if (a.compareTo(b) >= 0) {
            throw new IllegalArgumentException("a must sort before b");
        }
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("weight is " + weight + ", allowed: over 0, at most 1");
        }
    }

    /** The message key: both members in order. */
    @JsonIgnore
    public String key() {
        return a + "|" + b;
    }

    /** Whether the tie counts now. */
    public enum State {
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("severed")
        SEVERED
    }
}
