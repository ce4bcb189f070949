package dev.standing.ingest.disputes;

import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * How a dispute is decided.
 *
 * @param outcome {@code upheld} or {@code rejected}
 */
public record DecisionRequest(@Nullable String outcome) {

    /** Fails with 422 where it is neither. */
    static DisputeState require(@Nullable DecisionRequest request) {
        String said = request == null ? null : request.outcome;
        return DisputeState.find(said)
                .filter(state -> state != DisputeState.OPEN)
                .orElseThrow(() -> ProblemException.invalid(new Violation("outcome", said, "upheld or rejected")));
    }
}
