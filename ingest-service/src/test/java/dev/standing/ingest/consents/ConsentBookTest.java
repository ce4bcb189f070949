package dev.standing.ingest.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.web.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsentBookTest {
    private static final Instant BEFORE = Instant.parse("2026-11-01T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final MemberId MEMBER = new MemberId("m-1");
    private static final Permission ACME = Permission.records(MEMBER, new PartnerId("acme"));
    private static final Permission SOCIAL = Permission.social(MEMBER);

    @Test
    void eachChangeMakesAVersionAndWhatIsSoAlreadyDoesNot() {
        ConsentBook book = new ConsentBook(List.of(), NOW);

        assertThat(book.move(ACME, ConsentState::grant, "form 17"))
                .isEqualTo(Consent.of(ACME, ConsentState.GRANTED, 1, NOW));
        assertThat(book.move(ACME, ConsentState::grant, "form 18").version()).isEqualTo(1);
        assertThat(book.move(ACME, ConsentState::withdraw, null))
                .isEqualTo(Consent.of(ACME, ConsentState.WITHDRAWN, 2, NOW));
        assertThat(book.changes()).extracting(ConsentBook.Change::evidence).containsExactly("form 17", null);
    }

    @Test
    void whatWasNeverGivenCanBeWithdrawn() {
        ConsentBook book = new ConsentBook(List.of(), NOW);

        assertThat(book.move(SOCIAL, ConsentState::withdraw, null))
                .isEqualTo(Consent.of(SOCIAL, ConsentState.WITHDRAWN, 1, NOW));
    }

    @Test
    void anImportLeavesAWithdrawalAndEverythingBesideIt() {
        ConsentBook book = new ConsentBook(List.of(Consent.of(SOCIAL, ConsentState.WITHDRAWN, 2, BEFORE)), NOW);

        assertThatThrownBy(() -> book.moveAll(List.of(ACME, SOCIAL), ConsentState::bringIn, "form 17"))
                .isInstanceOf(ProblemException.class);

        assertThat(book.changes()).isEmpty();
    }

    @Test
    void anImportKeepsWhatIsGivenAlreadyAsItIs() {
        ConsentBook book = new ConsentBook(List.of(Consent.of(SOCIAL, ConsentState.GRANTED, 3, BEFORE)), NOW);

        book.moveAll(List.of(ACME, SOCIAL, ACME), ConsentState::bringIn, "form 17");

        assertThat(book.changes())
                .containsExactly(new ConsentBook.Change(Consent.of(ACME, ConsentState.GRANTED, 1, NOW), "form 17"));
    }
}
