package dev.standing.ingest.disputes;

import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A record that its member contests.
 *
 * @param partner who sent the record
 * @param record the partner's id of it
 * @param acceptedOn the day on which the ledger took it, in UTC
 * @param decision null while it is open
 */
record Dispute(
        String id,
        MemberId member,
        PartnerId partner,
        String record,
        DisputeReason reason,
        DisputeState state,
        Instant openedAt,
        LocalDate acceptedOn,
        @Nullable Decision decision) {

    /** How long nothing is taken for it: who decides has so long, and nobody keeps anything for ever by contesting. */
    static final Duration FREEZE = Duration.ofDays(30);

    /** By whom and when it was decided. */
    record Decision(Decider by, Instant at) {}

    Instant freezesUntil() {
        return openedAt.plus(FREEZE);
    }

    /** When it came to be as it is. */
    Instant at() {
        return decision == null ? openedAt : decision.at();
    }

    /** As decided; this very one where it was decided so before. */
    Dispute decided(DisputeState outcome, Decider by, Instant at) {
        return state.decide(outcome) == state
                ? this
                : new Dispute(id, member, partner, record, reason, outcome, openedAt, acceptedOn, new Decision(by, at));
    }
}
