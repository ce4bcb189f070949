package dev.standing.scoring.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A score to be published.
 *
 * @param points by dimension, in the order of {@link dev.standing.scoring.scorecard.Dimension}; not to be written to
 * @param firstDay day of the first record that counts; null without
 */
@SuppressWarnings("ArrayRecordComponent")
public record ScoreChange(
        String member,
        long sequence,
        int score,
        int base,
        int[] points,
        @Nullable Integer firstDay,
        Cause cause,
        Instant causeAt) {}
