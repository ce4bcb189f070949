package dev.standing.scoring.community;

import dev.standing.scoring.publication.Cause;
import dev.standing.scoring.publication.ScoreChange;
import dev.standing.scoring.scorecard.Evaluation;
import java.time.Instant;

/** One member, in memory. Touched by the writer's thread alone. */
public final class Member {
    final String name;

    /** Id in the influence engine; not kept over restarts. */
    final int engineId;

    MemberState state;

    Member(String name, int engineId, MemberState state) {
        this.name = name;
        this.engineId = engineId;
        this.state = state;
    }

    public String name() {
        return name;
    }

    public int base() {
        return state.base();
    }

    /** Nothing is published of whom nobody knows. */
    public boolean isKnown() {
        return state.known();
    }

    /** The member gave a consent; says whether it is the first, so that there is a score to publish from now on. */
    public boolean becomeKnown() {
        if (state.known()) {
            return false;
        }
        state = state.becomeKnown();
        return true;
    }

    /** Whether the base score stands on that: read on it, or on an earlier day from which on nothing could change up to its. */
    public boolean standsOn(Basis basis) {
        return state.basis().isAlikeButForDay(basis) && standsOnDay(basis);
    }

    private boolean standsOnDay(Basis basis) {
        return state.standsOn(basis.day()) == basis.day();
    }

    /** Whether that is what is stored of what the base score was read on, and for how long that holds. */
    public boolean wasReadOn(Basis basis, int until) {
        return basis.equals(state.basis()) && state.until() == until;
    }

    /** Why the member is read anew where there is no news of them. */
    public Cause causeOf(Basis next) {
        Basis last = state.basis();
        if (!last.scorecard().equals(next.scorecard())) {
            return Cause.SCORECARD;
        }
        return standsOnDay(next) && !last.discounted().equals(next.discounted()) ? Cause.PARTNER : Cause.TIME;
    }

    /** Takes over a new reading of the member's activity and says whether it is another than the last. */
    boolean take(Evaluation evaluation, Basis basis, int until) {
        MemberState before = state;
        state = before.read(evaluation, basis, until);
        return !state.readsAs(before);
    }

    /** Whether that is what was published last. */
    public boolean isPublishedAs(int score) {
        Integer published = state.score();
        return published != null && published == score;
    }

    /**
     * Makes that the published score.
     *
     * @param day as of which it is said, if the member stands on it
     */
    public ScoreChange publish(int score, int day, Cause cause, Instant causeAt) {
        state = state.published(score, day);
        return new ScoreChange(
                name,
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
}
