package dev.standing.privileges.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.score.ScoreReason;
import dev.standing.privileges.checks.CheckAnswer.PrincipalReason;
import dev.standing.privileges.policy.Policies;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrincipalReasonsTest {
    @Test
    void aLoanDeniedForTheScoreHasTheReasonsOfTheScoreAndNoThreshold() {
        CheckAnswer answer = Loans.loan(Policies.facts(540, 400), 50_000).answer();

        assertThat(answer.allowed()).isFalse();
        assertThat(answer.principalReasons())
                .containsExactly(
                        new PrincipalReason("PAID-LATE", "A part of the payments due came late.", 30),
                        new PrincipalReason("FEW-BILLS", "Few household bills are on record.", 12));
        assertThat(answer.reasons()).extracting(CheckAnswer.Reason::code).containsExactly("amount-above-limit");
        assertThat(answer.distance()).isNotNull();
    }

    @Test
    void aLoanDeniedForTenureAloneSaysSoAndNothingOfTheScore() {
        CheckAnswer answer = Loans.loan(Policies.facts(640, 30), 200_000).answer();

        assertThat(answer.allowed()).isFalse();
        assertThat(answer.principalReasons())
                .containsExactly(
                        new PrincipalReason("tenure-too-short", "The oldest record is less than 90 days old", null));
    }

    @Test
    void whatNobodyIsLentIsTheReasonItself() {
        CheckAnswer answer =
                Loans.loan(Policies.facts(900, 400), 9_000_000_000L).answer();

        assertThat(answer.principalReasons()).extracting(PrincipalReason::code).containsExactly("amount-above-limit");
        CheckAnswer poor = Loans.loan(Policies.facts(420, 0), 9_000_000_000L).answer();
        assertThat(poor.principalReasons()).isEqualTo(answer.principalReasons());
        assertThat(poor.principalReasons())
                .first()
                .extracting(PrincipalReason::text)
                .asString()
                .startsWith("Nobody is lent more than ")
                .endsWith(" USD over 12 months");
    }

    @Test
    void ofSomebodyUnseenThatIsTheReason() {
        Basis unseen = Basis.of(
                null, "acme", Loans.question("personal-loan", 50_000, 12).perk(), Loans.NOW);

        CheckAnswer answer =
                Loans.check(Loans.question("personal-loan", 50_000, 12), unseen).answer();

        assertThat(answer.principalReasons()).extracting(PrincipalReason::code).containsExactly("not-shared");
    }

    @Test
    void whatIsAllowedAndWhatIsNoCreditHasNone() {
        assertThat(Loans.loan(Policies.facts(540, 400), 10_000).answer().principalReasons())
                .isNull();
        CheckAnswer bike = Loans.bike(Policies.facts(540, 400)).answer();
        assertThat(bike.allowed()).isFalse();
        assertThat(bike.principalReasons()).isNull();
        assertThat(bike.reasons()).extracting(CheckAnswer.Reason::code).containsExactly("below-threshold");
    }

    @Test
    void thereAreNeverMoreThanFourTheGreatestLackFirst() {
        List<ScoreReason> four = IntStream.range(0, ScoreReason.MOST)
                .mapToObj(i -> new ScoreReason("R-" + i, "Cause " + i, 9 - i))
                .toList();

        CheckAnswer answer = Loans.check(Loans.question("personal-loan", 200_000, 12), Policies.facts(540, 30), four)
                .answer();

        assertThat(answer.principalReasons())
                .extracting(PrincipalReason::code)
                .containsExactly("R-0", "R-1", "R-2", "R-3");
    }
}
