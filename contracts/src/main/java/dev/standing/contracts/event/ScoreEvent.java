package dev.standing.contracts.event;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A member's published score changed. The highest {@code sequence} of a member holds.
 *
 * @param sequence 1 for a member's first publication, rising with each
 * @param score base + influence, whole points, 350 to 950
 * @param base what the member's own records earn, whole points, 350 to 950
 * @param influence points that ties add or take; score - base
 * @param baseBand the band that the base score alone would be in, for uses that may not see influence
 * @param dimensions the points of each dimension of the base score, by the dimension's name
 * @param tenureInDays days from the member's first record that counts to {@code asOf}; 0 without records
 * @param scorecard name and version, as {@code community/1}
 * @param causeAt when what caused the change was taken in at the door; where time itself did it, {@code asOf}
 * @param asOf when the score was computed
 */
@JsonPropertyOrder({"version"})
public record ScoreEvent(
        int version,
        String member,
        long sequence,
        int score,
        Band band,
        int base,
        Band baseBand,
        int influence,
        Map<String, Integer> dimensions,
        int tenureInDays,
        String scorecard,
        String cause,
        Instant causeAt,
        Instant asOf)
        implements Event {

    public ScoreEvent {
        dimensions = Collections.unmodifiableMap(new TreeMap<>(dimensions));
        if (score != base + influence) {
            throw new IllegalArgumentException("score is not base + influence");
        }
    }
}
