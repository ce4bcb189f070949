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

    /** Of a score; texts are the scorecard's, and so few that all members share them. */
    static Source of(ScoreEvent score) {
        List<ScoreReason> reasons = score.reasons();
        return new Source(
                score.scorecard().intern(),
                score.asOf(),
                reasons == null ? null : reasons.stream().map(Source::shared).toList());
    }

    private static ScoreReason shared(ScoreReason reason) {
        return new ScoreReason(reason.code().intern(), reason.text().intern(), reason.pointsLost());
    }
}
