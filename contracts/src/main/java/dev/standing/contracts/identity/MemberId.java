package dev.standing.contracts.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A member, by the opaque id that their identity provider knows them by.
 *
 * @param value as {@link Ids} has it
 */
@RegisterForReflection
public record MemberId(@JsonValue String value) implements Comparable<MemberId> {
    /** @throws IllegalArgumentException where the value is no id; the text does not repeat it */
    @JsonCreator
    public MemberId {
        Ids.require(value);
    }

    @Override
    public int compareTo(MemberId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
