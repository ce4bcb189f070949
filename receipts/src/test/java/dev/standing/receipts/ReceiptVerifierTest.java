package dev.standing.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.receipts.Verdict.Accepted;
import dev.standing.receipts.Verdict.Reason;
import dev.standing.receipts.Verdict.Refused;
import java.io.FileNotFoundException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceiptVerifierTest {
    private final Office office = new Office();
    private final String receipt = office.receipt();

    @Test
    void whatWasIssuedIsAcceptedAndSaysWhatItSaid() {
        Receipt read = accepted(office.verify(receipt));

        assertThat(read.audience()).isEqualTo(Office.LANDLORD);
        assertThat(read.member()).isEqualTo("ada");
        assertThat(read.issued()).isEqualTo(Office.NOON);
        assertThat(read.expires()).isEqualTo(Office.NOON.plus(Office.LIFE));
        assertThat(read.status().uri()).isEqualTo(Office.LIST);
        assertThat(read.disclosed())
                .isEqualTo(Map.of(
                        "score", 613L,
                        "band", "good",
                        "scorecard", "community/1",
                        "dimensions.history", 100L,
                        "perks.bike-hire", "no-deposit"));
    }

    @Test
    void aHolderMayLeaveDisclosuresOutAndGiveThemInAnyOrder() {
        String[] parts = receipt.split("~", -1);

        assertThat(accepted(office.verify(parts[0] + "~")).disclosed()).isEmpty();
        assertThat(accepted(office.verify(parts[0] + "~" + parts[3] + "~" + parts[1] + "~"))
                        .disclosed())
                .hasSize(2);
    }

    @Test
    void whatIsSignedTellsNothingOfWhatIsNotDisclosed() throws Exception {
        String claims =
                new String(Base64Url.decode(receipt.split("~", -1)[0].split("\\.", -1)[1]), StandardCharsets.UTF_8);

        assertThat(claims).doesNotContain("613", "good", "score", "band", "bike-hire");
    }

    @Test
    void anotherAudienceTheEndOfItsTimeAndRevocationRefuse() {
        assertRefused(Reason.AUDIENCE, office.verify(receipt, "https://other.example", Office.NOON, status()));
        assertRefused(Reason.REVOKED, office.verify(receipt, Office.LANDLORD, Office.NOON, office.status(true)));
        var end = Office.NOON.plus(Office.LIFE);
        String then = office.status(false, end, Office.LIST);
        assertThat(office.verify(receipt, Office.LANDLORD, end.plusSeconds(59), then))
                .isInstanceOf(Accepted.class);
        assertRefused(Reason.EXPIRED, office.verify(receipt, Office.LANDLORD, end.plusSeconds(60), then));
        assertThat(office.verify(receipt, Office.LANDLORD, Office.NOON.minusSeconds(60), status()))
                .isInstanceOf(Accepted.class);
        assertRefused(Reason.NOT_YET, office.verify(receipt, Office.LANDLORD, Office.NOON.minusSeconds(61), status()));
    }

    @Test
    void theStatusListIsTheOneThatItNamesAndNoOlderThanItMayBe() {
        URI other = URI.create("https://privileges.example/v1/receipts/status/1");
        assertRefused(
                Reason.STATUS,
                office.verify(receipt, Office.LANDLORD, Office.NOON, office.status(false, Office.NOON, other)));
        String old = office.status(false, Office.NOON.minus(Duration.ofDays(2)), Office.LIST);
        assertRefused(Reason.STATUS, office.verify(receipt, Office.LANDLORD, Office.NOON, old));
        assertRefused(Reason.KEY, office.verify(receipt, Office.LANDLORD, Office.NOON, new Office().status(false)));
        assertRefused(Reason.MALFORMED, office.verify(receipt, Office.LANDLORD, Office.NOON, "<html>"));
    }

    @Test
    void whereTheStatusCannotBeHadNothingIsSaid() {
        var verifier = new ReceiptVerifier(office.keys.publicKeys(), InstantSource.fixed(Office.NOON));

        assertThatThrownBy(() -> verifier.verify(receipt, Office.LANDLORD, uri -> {
                    throw new FileNotFoundException(uri.toString());
                }))
                .isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void statusIsAskedForOnlyOfWhatIsSignedForThisAudience() throws Exception {
        var verifier = new ReceiptVerifier(office.keys.publicKeys(), InstantSource.fixed(Office.NOON));
        StatusSource nobody = uri -> {
            throw new AssertionError("asked for " + uri);
        };

        assertRefused(Reason.KEY, verifier.verify(new Office().receipt(), Office.LANDLORD, nobody));
        assertRefused(Reason.AUDIENCE, verifier.verify(receipt, "https://other.example", nobody));
    }

    @Test
    void oneKindOfTokenIsNotTakenForTheOther() {
        assertRefused(Reason.TYPE, office.verify(status() + "~"));
        assertRefused(Reason.TYPE, office.verify(receipt, Office.LANDLORD, Office.NOON, receipt.split("~", -1)[0]));
    }

    @Test
    void aKeyThatSignedBeforeVerifiesWhileItIsListed() {
        Office later = new Office(SigningKeys.read(SigningKeys.withNew(office.keys)));

        assertThat(later.verify(receipt)).isInstanceOf(Accepted.class);
        assertThat(later.verify(later.receipt())).isInstanceOf(Accepted.class);
        assertRefused(Reason.KEY, office.verify(later.receipt()));
        Office without = new Office();
        assertRefused(Reason.KEY, without.verify(receipt));
    }

    private String status() {
        return office.status(false);
    }

    private static Receipt accepted(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Accepted.class);
        return ((Accepted) verdict).receipt();
    }

    static void assertRefused(Reason reason, Verdict verdict) {
        assertThat(verdict).isInstanceOf(Refused.class);
        assertThat(((Refused) verdict).reason()).isEqualTo(reason);
    }
}
