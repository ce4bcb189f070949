package dev.standing.scoring.community;

import dev.standing.scoring.publication.Cause;
import dev.standing.scoring.publication.ScoreChange;
import dev.standing.scoring.scorecard.Evaluation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One member of a community, which holds all that is known of them: two of the same are equal. Touched by the writer's thread alone. */
public final class Member {
    private final Names names;
    private final MemberRows rows;

    /** Number of name and row, and id in the influence engine; not kept over restarts. */
    final int id;

    Member(Names names, MemberRows rows, int id) {
        this.names = names;
        this.rows = rows;
        this.id = id;
    }

    public String name() {
        return names.name(id);
    }

    /** As it is now. */
    MemberState state() {
        return rows.get(id);
    }

    public int base() {
        return rows.base(id);
    }

    /** Nothing is published of whom nobody knows. */
    public boolean isKnown() {
        return rows.isKnown(id);
    }

    /** The member gave a consent; says whether it is the first, so that there is a score to publish from now on. */
    public boolean becomeKnown() {
        if (isKnown()) {
            return false;
        }
        rows.put(id, state().becomeKnown());
        return true;
    }

    /** Whether the base score stands on that: read on it, or on an earlier day from which on nothing could change up to its. */
    public boolean standsOn(Basis basis) {
        return rows.isOn(id, basis);
    }

    private boolean standsOnDay(Basis basis) {
        return rows.standsOn(id, basis.day()) == basis.day();
    }

    /** Whether that is what is stored of what the base score was read on, and for how long that holds. */
    public boolean wasReadOn(Basis basis, int until) {
        MemberState state = state();
        return basis.equals(state.basis()) && state.until() == until;
    }

    /** Why the member is read anew where there is no news of them. */
    public Cause causeOf(Basis next) {
        Basis last = state().basis();
        if (!last.scorecard().equals(next.scorecard())) {
            return Cause.SCORECARD;
        }
        return standsOnDay(next) && !last.discounted().equals(next.discounted()) ? Cause.PARTNER : Cause.TIME;
    }

    /** Takes over a new reading of the member's activity and says whether it is another than the last. */
    boolean take(Evaluation evaluation, Basis basis, int until) {
        MemberState before = state();
        MemberState after = before.read(evaluation, basis, until);
        rows.put(id, after);
        return !after.readsAs(before);
    }

    /** Whether that is what was published last. */
    public boolean isPublishedAs(int score) {
        return rows.isPublishedAs(id, score);
    }

    /**
     * Makes that the published score.
     *
     * @param day as of which it is said, if the member stands on it
     */
    public ScoreChange publish(int score, int day, Cause cause, Instant causeAt) {
        MemberState state = state().published(score, day);
        rows.put(id, state);
        return new ScoreChange(
                name(),
                state.sequence(),
                score,
                state.base(),
                state.points(),
                state.tenureInDays(),
                state.firstDay(),
                state.causes(),
                state.basis().scorecard(),
                cause,
                causeAt);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Member member && member.id == id && member.rows == rows;
    }

    @Override
    public int hashCode() {
        return id;
    }
}
