package dev.standing.scoring.community;

import dev.standing.scoring.scorecard.Causes;
import dev.standing.scoring.scorecard.Dimension;
import dev.standing.scoring.scorecard.Evaluation;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where one member stands, as it is stored.
 *
 * @param basis what base, points and first day were read on
 * @param until the first later day on which the same activity may be read otherwise: on any day before, base, points, causes and first
 *     day are the same
 * @param known from the first consent on; before that nothing is published
 * @param base what the member's own records earn, in points
 * @param points of the base by dimension, by {@link Dimension#index()}; not to be written to
 * @param causes what cost the base most ({@link Causes}); null where nobody read it yet, or a release of before did
 * @param firstDay day of the first record that counts; null without
 * @param score the last that was published; null before the first
 * @param sequence how often a score was published
 */
@SuppressWarnings("ArrayRecordComponent")
record MemberState(
        Basis basis,
        int until,
        boolean known,
        int base,
        int[] points,
        @Nullable String causes,
        @Nullable Integer firstDay,
        @Nullable Integer score,
        long sequence) {
    /** Somebody whom nothing is known of. */
    static MemberState ofNobody(int neutralBase, Basis basis) {
        return new MemberState(
                basis, basis.day() + 1, false, neutralBase, new int[Dimension.values().length], null, null, null, 0);
    }

    MemberState becomeKnown() {
        return new MemberState(basis, until, true, base, points, causes, firstDay, score, sequence);
    }

    /** As a new reading of the member's activity has it. */
    MemberState read(Evaluation evaluation, Basis on, int holdsUntil) {
        Integer first = evaluation.hasRecords() ? (Integer) (on.day() - evaluation.tenureInDays()) : null;
        return new MemberState(
                on,
                holdsUntil,
                known,
                evaluation.base(),
                evaluation.pointsByDimension(),
                Causes.of(evaluation),
                first,
                score,
                sequence);
    }

    /** The last day, up to that one, on which the member's activity is known to read so; the day it was read on where that is later. */
    int standsOn(int day) {
        return standsOn(basis.day(), until, day);
    }

    /** The same of whoever was read on a day, which holds until another. */
    static int standsOn(int read, int until, int day) {
        return Math.max(read, Math.min(day, until - 1));
    }

    /** Days from the first record that counts to the day of the basis; 0 without. */
    int tenureInDays() {
        return firstDay == null ? 0 : basis.day() - firstDay;
    }

    /** Whether the member's activity read the same. */
    boolean readsAs(MemberState other) {
        return base == other.base
                && Arrays.equals(points, other.points)
                && Objects.equals(causes, other.causes)
                && Objects.equals(firstDay, other.firstDay);
    }

    /** With what is published there stands the day as of which it is said. */
    MemberState published(int newScore, int day) {
        Basis on = new Basis(standsOn(day), basis.scorecard(), basis.discounted());
        return new MemberState(on, until, known, base, points, causes, firstDay, newScore, sequence + 1);
    }
}
