package dev.standing.privileges.grants;

import dev.standing.contracts.event.ScoreEvent;
import dev.standing.contracts.score.ScoreReason;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a member's facts come from, for whoever has to say so of a decision.
 *
 * @param scorecard name and version, as {@code community/1}
 * @param asOf when the score was computed
 * @param reasons what cost the base most points, worst first; null where scoring did not say it
 */
@RegisterForReflection
public record Source(
        String scorecard, Instant asOf, @Nullable List<ScoreReason> reasons) {
    public Source {
        reasons = reasons == null ? null : List.copyOf(reasons);
    }

    static Source of(ScoreEvent score) {
        return new Source(score.scorecard(), score.asOf(), score.reasons());
    }
}
