package dev.standing.ingest.ties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.contracts.identity.MemberId;
import dev.standing.web.problem.ProblemException;
import org.junit.jupiter.api.Test;

class TieTransitionTest {
    private static final MemberId ONE = new MemberId("m-1");
    private static final MemberId OTHER = new MemberId("m-2");
    private static final Pair PAIR = new Pair(ONE, OTHER);
    private static final Tie PENDING = new Tie(PAIR, TieState.PENDING, ONE, 0.5, 0);
    private static final Tie ACTIVE = new Tie(PAIR, TieState.ACTIVE, ONE, 0.5, 1);
    private static final Tie SEVERED = new Tie(PAIR, TieState.SEVERED, ONE, 0.5, 2);

    @Test
    void askingMakesItPendingAndTellsNobody() {
        assertThat(TieTransition.ask(null, PAIR, ONE, 0.5)).isEqualTo(new TieTransition(PENDING, false));
        assertThat(TieTransition.ask(PENDING, PAIR, ONE, 0.7).next().weight()).isEqualTo(0.7);
    }

    @Test
    void aSeveredTieCanBeAskedForAnewAndKeepsCounting() {
        Tie asked = TieTransition.ask(SEVERED, PAIR, OTHER, 1.0).next();

        assertThat(asked).isEqualTo(new Tie(PAIR, TieState.PENDING, OTHER, 1.0, 2));
        assertThat(TieTransition.confirm(asked, ONE).next().version()).isEqualTo(3);
    }

    @Test
    void onlyTheOtherSideConfirms() {
        assertThat(TieTransition.confirm(PENDING, OTHER)).isEqualTo(new TieTransition(ACTIVE, true));
        assertThatThrownBy(() -> TieTransition.confirm(PENDING, ONE)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> TieTransition.confirm(null, ONE)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> TieTransition.confirm(SEVERED, ONE)).isInstanceOf(ProblemException.class);
        assertThat(TieTransition.confirm(ACTIVE, ONE)).isEqualTo(new TieTransition(ACTIVE, false));
    }

    @Test
    void whoIsAskedCannotAskBackAndAnActiveTieKeepsItsWeight() {
        assertThatThrownBy(() -> TieTransition.ask(PENDING, PAIR, OTHER, 1.0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> TieTransition.ask(ACTIVE, PAIR, OTHER, 1.0)).isInstanceOf(ProblemException.class);
        assertThat(TieTransition.ask(ACTIVE, PAIR, OTHER, 0.5)).isEqualTo(new TieTransition(ACTIVE, false));
    }

    @Test
    void severingAnActiveTieIsHeardAndSeveringAgainIsNot() {
        assertThat(TieTransition.sever(ACTIVE)).isEqualTo(new TieTransition(SEVERED, true));
        assertThat(TieTransition.sever(SEVERED)).isEqualTo(new TieTransition(SEVERED, false));
        assertThat(TieTransition.sever(PENDING).published()).isFalse();
        assertThatThrownBy(() -> TieTransition.sever(null)).isInstanceOf(ProblemException.class);
    }

    @Test
    void anImportMakesActiveWhatNobodyDecidedHereAndGivesWayToWhatTheyDid() {
        assertThat(TieTransition.bringIn(null, PAIR, 0.5)).isEqualTo(new TieTransition(ACTIVE, true));
        assertThat(TieTransition.bringIn(PENDING, PAIR, 0.7))
                .isEqualTo(new TieTransition(new Tie(PAIR, TieState.ACTIVE, ONE, 0.7, 1), true));
        assertThat(TieTransition.bringIn(ACTIVE, PAIR, 0.5)).isEqualTo(new TieTransition(ACTIVE, false));
        assertThatThrownBy(() -> TieTransition.bringIn(ACTIVE, PAIR, 0.7)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> TieTransition.bringIn(SEVERED, PAIR, 0.5)).isInstanceOf(ProblemException.class);
    }
}
