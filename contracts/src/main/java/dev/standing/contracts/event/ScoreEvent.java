package dev.standing.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.score.Band;
import dev.standing.contracts.score.DimensionPoints;
import dev.standing.contracts.score.Scale;
import dev.standing.contracts.score.ScoreReason;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member's published score changed. The highest {@code sequence} of a member holds.
 *
 * @param sequence 1 for a member's first publication, rising with each
 * @param score base + influence, whole points, 350 to 950
 * @param base what the member's own records earn, whole points, 350 to 950
 * @param influence points that ties add or take; score - base
 * @param baseBand the band that the base score alone would be in, for uses that may not see influence
 * @param dimensions the points of each dimension of the base score, by the dimension's name
 * @param tenureInDays days from the member's first record that counts to the day that activity was read for; 0 on that very day, and
 *     without records
 * @param firstRecordOn the day, in UTC, of the first record that counts, which tells these two apart and lets days pass without an event;
 *     null without records, and from releases that did not say it
 * @param scorecard name and version, as {@code community/1}
 * @param reasons what cost the base most points, worst first, four at most; each alone would have made the base higher by its points. Null from
 *     releases that did not say it, and where the scorecard is not at hand any more
 * @param causeAt when what caused the change was taken in at the door; where time itself did it, {@code asOf}
 * @param asOf when the score was computed
 */
@JsonPropertyOrder({"version"})
@RegisterForReflection
public record ScoreEvent(
        int version,
        MemberId member,
        long sequence,
        int score,
        Band band,
        int base,
        Band baseBand,
        int influence,
        DimensionPoints dimensions,
        int tenureInDays,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate firstRecordOn,
        String scorecard,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ScoreReason> reasons,
        String cause,
        Instant causeAt,
        Instant asOf)
        implements Event {

    public ScoreEvent {
        Bounds.atLeast(1, "sequence", sequence);
        Bounds.require(Scale.covers(score), "score", "must be on the scale");
        Bounds.require(Scale.covers(base), "base", "must be on the scale");
        Bounds.require(score == base + influence, "score", "must be base + influence");
        Bounds.atLeast(0, "tenureInDays", tenureInDays);
        Bounds.day("firstRecordOn", firstRecordOn);
        if (dimensions != null) {
            Bounds.codes("dimensions", dimensions.names());
        }
        Bounds.code("scorecard", scorecard);
        if (reasons != null) {
            reasons = List.copyOf(reasons);
            Bounds.reasons("reasons", reasons, base);
        }
        Bounds.code("cause", cause);
        Bounds.instant("causeAt", causeAt);
        Bounds.instant("asOf", asOf);
    }
}
