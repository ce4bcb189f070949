package dev.standing.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.standing.contracts.consent.Purpose;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
@RegisterForReflection
public record ConsentEvent(
        int version,
        MemberId member,
        Purpose purpose,
        @Nullable PartnerId partner,
        boolean granted,
        long consentVersion,
        Instant at)
        implements Event {
    public ConsentEvent {
        Bounds.atLeast(1, "consentVersion", consentVersion);
        Bounds.instant("at", at);
        if (purpose != null) {
            switch (purpose) {
                case RECORDS ->
                    Bounds.require(partner != null, "partner", "must be there where the purpose is records");
                case SOCIAL -> Bounds.require(partner == null, "partner", "must be absent where the purpose is social");
            }
        }
    }
}
