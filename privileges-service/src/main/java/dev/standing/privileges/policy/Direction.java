package dev.standing.privileges.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which way a benefit is better for the member. */
@RegisterForReflection
public enum Direction {
    @JsonProperty("more")
    MORE,
    @JsonProperty("less")
    LESS;

    boolean atLeastAsGood(long value, long than) {
        return this == MORE ? value >= than : value <= than;
    }
}
