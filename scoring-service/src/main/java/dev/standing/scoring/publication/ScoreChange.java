package dev.standing.scoring.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A score to be published.
 *
 * @param points by dimension, in the order of {@link dev.standing.scoring.scorecard.Dimension}; not to be written to
 * @param tenureInDays from the first record that counts to the day as of which activity was read; 0 without
 * @param firstDay of the first record that counts; null without
 * @param causes what cost the base most ({@link dev.standing.scoring.scorecard.Causes}); null where it is not known
 * @param scorecard by which it was read
 */
@SuppressWarnings("ArrayRecordComponent")
public record ScoreChange(
        String member,
        long sequence,
        int score,
        int base,
        int[] points,
        int tenureInDays,
        @Nullable Integer firstDay,
        @Nullable String causes,
        String scorecard,
        Cause cause,
        Instant causeAt) {}
