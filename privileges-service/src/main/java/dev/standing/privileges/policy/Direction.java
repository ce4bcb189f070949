package dev.standing.privileges.policy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which way a benefit is better for the member. */
public enum Direction {
    @JsonProperty("more")
    MORE,
    @JsonProperty("less")
    LESS;

    boolean atLeastAsGood(long value, long than) {
        return this == MORE ? value >= than : value <= than;
    }
}
