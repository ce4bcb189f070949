package dev.standing.contracts.behaviour;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An entry of the behaviour catalogue: one sort of thing that a member can have done.
 *
 * @param name as {@code payment.on-time}
 * @param meaning one sentence for partners
 * @param amount whether a record must, may or must not carry {@code amountMinor} and {@code currency}
 * @param count whether it must, may or must not carry {@code count}
 * @param merchantCategory whether it must, may or must not carry {@code merchantCategory}
 */
@RegisterForReflection
public record Kind(String name, String meaning, Presence amount, Presence count, Presence merchantCategory) {

    public Kind {
        amount = amount == null ? Presence.REFUSED : amount;
        count = count == null ? Presence.REFUSED : count;
        merchantCategory = merchantCategory == null ? Presence.REFUSED : merchantCategory;
    }

    /** Whether a field belongs to a kind. */
    public enum Presence {
        @JsonProperty("required")
        REQUIRED,
        @JsonProperty("optional")
        OPTIONAL,
        @JsonProperty("refused")
        REFUSED
    }
}
