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

    /** Whether the base score stands on that. */
    public boolean standsOn(Basis basis) {
        return basis.equals(state.basis());
    }

    /** Why the member is read anew where there is no news of them. */
    public Cause causeOf(Basis next) {
        Basis last = state.basis();
        if (!last.scorecard().equals(next.scorecard())) {
            return Cause.SCORECARD;
        }
        return last.day() == next.day() && !last.equals(next) ? Cause.PARTNER : Cause.TIME;
    }

    /** Takes over a new reading of the member's activity and says whether it is another than the last. */
    boolean take(Evaluation evaluation, Basis basis) {
        MemberState before = state;
        state = before.read(evaluation, basis);
        return !state.readsAs(before);
    }

    /** Whether that is what was published last. */
    public boolean isPublishedAs(int score) {
        Integer published = state.score();
        return published != null && published == score;
    }

    /** Makes that the published score. */
    public ScoreChange publish(int score, Cause cause, Instant causeAt) {
        state = state.published(score);
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
