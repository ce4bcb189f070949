package dev.standing.scoring.member;

import dev.standing.scoring.scorecard.Dimension;
import dev.standing.scoring.scorecard.Evaluation;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where one member stands, as the scoring loop knows it. Touched by the loop's thread alone. */
public final class Member {
    /** The first day of those who have no record that counts. */
    public static final int NO_DAY = Integer.MIN_VALUE;

    /** The score of those who have none published. */
    public static final int NO_SCORE = -1;

    private static final Dimension[] DIMENSIONS = Dimension.values();

    final String name;
    /** Id in the influence engine; not kept over restarts. */
    final int engineId;

    boolean known;
    int base;
    final int[] points = new int[DIMENSIONS.length];
    int firstDay = NO_DAY;
    int score = NO_SCORE;
    long sequence;

    /** Whether base, points or first day differ from what is published. */
    boolean moved;

    private @Nullable Cause cause;
    private @Nullable Instant causeAt;

    Member(String name, int engineId, int base) {
        this.name = name;
        this.engineId = engineId;
        this.base = base;
    }

    public String name() {
        return name;
    }

    public int base() {
        return base;
    }

    /** Notes what is about to move this member; of several the last counts. */
    public void touchedBy(Cause what, Instant at) {
        cause = what;
        causeAt = at;
    }

    /** The member gave a first consent, so that there is a score to publish from now on. */
    public void becomeKnown() {
        moved |= !known;
        known = true;
    }

    /**
     * Takes over a new reading of the member's activity.
     *
     * @return whether the base changed
     */
    boolean take(Evaluation evaluation, int asOfDay) {
        int before = base;
        base = evaluation.base();
        for (Map.Entry<Dimension, Integer> entry :
                evaluation.pointsByDimension().entrySet()) {
            int index = entry.getKey().index();
            moved |= points[index] != entry.getValue();
            points[index] = entry.getValue();
        }
        int first = evaluation.hasRecords() ? asOfDay - evaluation.tenureInDays() : NO_DAY;
        moved |= base != before || first != firstDay;
        firstDay = first;
        return base != before;
    }

    /** The change to publish, where there is one: the score, or what it is made of, is not what was published last. */
    @Nullable
    ScoreChange publish(int newScore, Instant batchAt) {
        boolean own = moved && cause != null;
        Cause why = own && cause != null ? cause : Cause.INFLUENCE;
        Instant since = own && causeAt != null ? causeAt : batchAt;
        cause = null;
        causeAt = null;
        if (!known || (!moved && newScore == score)) {
            return null;
        }
        moved = false;
        score = newScore;
        sequence++;
        return new ScoreChange(name, sequence, newScore, base, points.clone(), firstDay, why, since);
    }
}
