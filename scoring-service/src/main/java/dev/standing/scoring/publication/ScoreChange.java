package dev.standing.scoring.member;

import java.time.Instant;

/**
 * A score to be published.
 *
 * @param points by dimension, in the order of {@link dev.standing.scoring.scorecard.Dimension}; not to be written to
 * @param firstDay day of the first record that counts; {@link Member#NO_DAY} without
 */
@SuppressWarnings("ArrayRecordComponent")
public record ScoreChange(
        String member, long sequence, int score, int base, int[] points, int firstDay, Cause cause, Instant causeAt) {}
