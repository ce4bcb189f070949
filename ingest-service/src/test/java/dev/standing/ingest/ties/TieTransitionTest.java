package dev.standing.ingest.ties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.web.problem.ProblemException;
import org.junit.jupiter.api.Test;

class TieTransitionTest {
    private static final Pair PAIR = new Pair("m-1", "m-2");
    private static final Tie PENDING = new Tie(PAIR, TieState.PENDING, "m-1", 0.5, 0);
    private static final Tie ACTIVE = new Tie(PAIR, TieState.ACTIVE, "m-1", 0.5, 1);
    private static final Tie SEVERED = new Tie(PAIR, TieState.SEVERED, "m-1", 0.5, 2);

    @Test
    void askingMakesItPendingAndTellsNobody() {
        assertThat(TieTransition.ask(null, PAIR, "m-1", 0.5)).isEqualTo(new TieTransition(PENDING, false));
        assertThat(TieTransition.ask(PENDING, PAIR, "m-1", 0.7).next().weight()).isEqualTo(0.7);
    }

    @Test
    void aSeveredTieCanBeAskedForAnewAndKeepsCounting() {
        Tie asked = TieTransition.ask(SEVERED, PAIR, "m-2", 1.0).next();

        assertThat(asked).isEqualTo(new Tie(PAIR, TieState.PENDING, "m-2", 1.0, 2));
        assertThat(TieTransition.confirm(asked, "m-1").next().version()).isEqualTo(3);
    }

    @Test
    void onlyTheOtherSideConfirms() {
        assertThat(TieTransition.confirm(PENDING, "m-2")).isEqualTo(new TieTransition(ACTIVE, true));
        assertThatThrownBy(() -> TieTransition.confirm(PENDING, "m-1")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> TieTransition.confirm(null, "m-1")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> TieTransition.confirm(SEVERED, "m-1")).isInstanceOf(ProblemException.class);
        assertThat(TieTransition.confirm(ACTIVE, "m-1")).isEqualTo(new TieTransition(ACTIVE, false));
    }

    @Test
    void whoIsAskedCannotAskBackAndAnActiveTieKeepsItsWeight() {
        assertThatThrownBy(() -> TieTransition.ask(PENDING, PAIR, "m-2", 1.0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> TieTransition.ask(ACTIVE, PAIR, "m-2", 1.0)).isInstanceOf(ProblemException.class);
        assertThat(TieTransition.ask(ACTIVE, PAIR, "m-2", 0.5)).isEqualTo(new TieTransition(ACTIVE, false));
    }

    @Test
    void severingAnActiveTieIsHeardAndSeveringAgainIsNot() {
        assertThat(TieTransition.sever(ACTIVE)).isEqualTo(new TieTransition(SEVERED, true));
        assertThat(TieTransition.sever(SEVERED)).isEqualTo(new TieTransition(SEVERED, false));
        assertThat(TieTransition.sever(PENDING).published()).isFalse();
        assertThatThrownBy(() -> TieTransition.sever(null)).isInstanceOf(ProblemException.class);
    }
}
