package dev.standing.ingest.consents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.standing.contracts.consent.Purpose;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A permission as it holds.
 *
 * @param partner for records, the partner that may send them and see the score
 * @param version 1 for the first, one more for each change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Consent(
        MemberId member, Purpose purpose, @Nullable PartnerId partner, boolean granted, long version, Instant at) {

    static Consent of(Permission permission, ConsentState state, long version, Instant at) {
        return new Consent(
                permission.member(),
                permission.purpose(),
                permission.partner(),
                state == ConsentState.GRANTED,
                version,
                at);
    }
}
