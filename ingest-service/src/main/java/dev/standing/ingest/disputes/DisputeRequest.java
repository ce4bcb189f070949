package dev.standing.ingest.disputes;

import dev.standing.contracts.identity.Ids;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member contests.
 *
 * @param partner who sent the record
 * @param record the partner's id of it
 * @param reason a code of {@link DisputeReason}
 */
public record DisputeRequest(
        @Nullable String partner,
        @Nullable String record,
        @Nullable String reason) {

    /** Fails with 422, naming each field that is wrong. */
    static DisputeRequest require(@Nullable DisputeRequest request) {
        DisputeRequest said = request == null ? new DisputeRequest(null, null, null) : request;
        List<Violation> violations = new ArrayList<>();
        if (!Ids.isId(said.partner)) {
            violations.add(new Violation("partner", said.partner, Ids.ALLOWED));
        }
        if (!Ids.isId(said.record)) {
            violations.add(new Violation("record", said.record, Ids.ALLOWED));
        }
        if (DisputeReason.find(said.reason).isEmpty()) {
            violations.add(new Violation("reason", said.reason, DisputeReason.ALLOWED));
        }
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return said;
    }
}
