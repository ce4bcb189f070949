package dev.standing.ingest.disputes;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as it is told.
 *
 * @param freezesUntil until when, at the longest, nothing is taken from the member while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DisputeView(
        String id,
        MemberId member,
        PartnerId partner,
        String record,
        DisputeReason reason,
        DisputeState state,
        Instant openedAt,
        Instant freezesUntil,
        @Nullable Instant decidedAt,
        @Nullable Decider decidedBy) {

    static DisputeView of(Dispute dispute) {
        Dispute.Decision decision = dispute.decision();
        return new DisputeView(
                dispute.id(),
                dispute.member(),
                dispute.partner(),
                dispute.record(),
                dispute.reason(),
                dispute.state(),
                dispute.openedAt(),
                dispute.freezesUntil(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.by());
    }
}
