package dev.standing.scoring.community;

import dev.standing.scoring.scorecard.Dimension;
import dev.standing.scoring.scorecard.Evaluation;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where one member stands, as it is stored.
 *
 * @param known from the first consent on; before that nothing is published
 * @param base what the member's own records earn, in points
 * @param points of the base by dimension, by {@link Dimension#index()}; not to be written to
 * @param firstDay day of the first record that counts; null without
 * @param score the last that was published; null before the first
 * @param sequence how often a score was published
 */
@SuppressWarnings("ArrayRecordComponent")
record MemberState(
        boolean known,
        int base,
        int[] points,
        @Nullable Integer firstDay,
        @Nullable Integer score,
        long sequence) {
    /** Somebody whom nothing is known of. */
    static MemberState ofNobody(int neutralBase) {
        return new MemberState(false, neutralBase, new int[Dimension.values().length], null, null, 0);
    }

    MemberState becomeKnown() {
        return new MemberState(true, base, points, firstDay, score, sequence);
    }

    /** As a new reading of the member's activity has it. */
    MemberState read(Evaluation evaluation, int asOfDay) {
        int[] read = new int[points.length];
        for (Map.Entry<Dimension, Integer> entry :
                evaluation.pointsByDimension().entrySet()) {
            read[entry.getKey().index()] = entry.getValue();
        }
        Integer first = evaluation.hasRecords() ? (Integer) (asOfDay - evaluation.tenureInDays()) : null;
        return new MemberState(known, evaluation.base(), read, first, score, sequence);
    }

    /** Whether the member's activity read the same. */
    boolean readsAs(MemberState other) {
        return base == other.base && Arrays.equals(points, other.points) && Objects.equals(firstDay, other.firstDay);
    }

    MemberState published(int newScore) {
        return new MemberState(known, base, points, firstDay, newScore, sequence + 1);
    }
}
