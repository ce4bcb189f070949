package dev.standing.ingest.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.web.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisputeTest {
    private static final Instant OPENED = Instant.parse("2026-11-01T09:30:00Z");
    private static final Instant DECIDED = Instant.parse("2026-11-03T16:00:00Z");

    private final Dispute open = new Dispute(
            "d-1",
            new MemberId("m-1"),
            new PartnerId("acme"),
            "r-1",
            DisputeReason.NOT_MINE,
            DisputeState.OPEN,
            OPENED,
            LocalDate.parse("2026-10-30"),
            null);

    @ParameterizedTest
    @CsvSource({"UPHELD, PARTNER", "UPHELD, OPERATOR", "REJECTED, OPERATOR"})
    void whatIsOpenIsDecidedOnceAndStaysSo(DisputeState outcome, Decider by) {
        Dispute decided = open.decided(outcome, by, DECIDED);

        assertThat(decided.state()).isEqualTo(outcome);
        assertThat(decided.decision()).isEqualTo(new Dispute.Decision(by, DECIDED));
        assertThat(decided.at()).isEqualTo(DECIDED);
        assertThat(decided.decided(outcome, Decider.OPERATOR, DECIDED.plusSeconds(1)))
                .isSameAs(decided);
        DisputeState other = outcome == DisputeState.UPHELD ? DisputeState.REJECTED : DisputeState.UPHELD;
        assertThatThrownBy(() -> decided.decided(other, Decider.OPERATOR, DECIDED))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.problem().status()).isEqualTo(409);
                    assertThat(problem.problem().type()).endsWith("dispute-decided");
                });
    }

    @Test
    void nothingIsOpenedAnew() {
        assertThatThrownBy(() -> open.decided(DisputeState.OPEN, Decider.OPERATOR, DECIDED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itFreezesForThirtyDaysFromItsBeginning() {
        assertThat(open.freezesUntil()).isEqualTo(OPENED.plus(Duration.ofDays(30)));
        assertThat(open.decided(DisputeState.REJECTED, Decider.OPERATOR, DECIDED)
                        .freezesUntil())
                .isEqualTo(open.freezesUntil());
        assertThat(open.at()).isEqualTo(OPENED);
    }

    @Test
    void reasonsAreFewAndHaveTheirWords() {
        assertThat(DisputeReason.find("counted-twice")).contains(DisputeReason.COUNTED_TWICE);
        assertThat(DisputeReason.find("NOT_MINE")).isEmpty();
        assertThat(DisputeReason.find(null)).isEmpty();
        assertThat(DisputeReason.ALLOWED)
                .isEqualTo("one of not-mine, wrong-kind, wrong-amount, wrong-time, counted-twice, settled");
    }
}
