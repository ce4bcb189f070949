package dev.standing.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member gave or withdrew a permission. The highest {@code consentVersion} of a member, purpose and partner holds,
 * whatever the order of arrival.
 *
 * @param partner for {@link Purpose#RECORDS} the partner that may send records and see the score; absent otherwise
 * @param consentVersion 1 for the first, one more for each change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"version"})
public record ConsentEvent(
        int version,
        String member,
        Purpose purpose,
        @Nullable String partner,
        boolean granted,
        long consentVersion,
        Instant at)
        implements Event {

    /** What a permission is for. */
    public enum Purpose {
        @JsonProperty("records")
        RECORDS,
        @JsonProperty("social")
        SOCIAL
    }
}
