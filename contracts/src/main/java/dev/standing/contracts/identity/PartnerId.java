package dev.standing.contracts.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A partner, by the id that its tokens carry.
 *
 * @param value as {@link Ids} has it
 */
@RegisterForReflection
public record PartnerId(@JsonValue String value) implements Comparable<PartnerId> {
    /** @throws IllegalArgumentException where the value is no id; the text does not repeat it */
    @JsonCreator
    public PartnerId {
        Ids.require(value);
    }

    @Override
    public int compareTo(PartnerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
