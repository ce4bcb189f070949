package dev.standing.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standing.receipts.Verdict.Accepted;
import dev.standing.receipts.Verdict.Reason;
import dev.standing.receipts.Verdict.Refused;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void byAStatusListThatIsNoneToRelyOnNothingIsSaid() {
        URI other = URI.create("https://privileges.example/v1/receipts/status/1");
        assertUndecided("another than the receipt's", office.status(false, Office.NOON, other));
        assertUndecided("too old", office.status(false, Office.NOON.minus(Duration.ofDays(2)), Office.LIST));
        assertUndecided("to come", office.status(false, Office.NOON.plus(Duration.ofDays(2)), Office.LIST));
        assertUndecided("a key that is not listed", new Office().status(false));
        assertUndecided("no signed token", "<html>");
        assertUndecided("another type", receipt.split("~", -1)[0]);
        assertUndecided("longer than any", "a".repeat((1 << 21) + 1));
        assertUndecided("too short", office.signedList(list -> list.put("lst", "eNrbuRgAAhcBXQ")));
        assertUndecided("bits", office.signedList(list -> list.put("bits", "1")));
        assertUndecided("bits", office.signedList(list -> list.put("bits", 1.9)));
    }

    private void assertUndecided(String told, String status) {
        var verifier = new ReceiptVerifier(office.keys.publicKeys(), InstantSource.fixed(Office.NOON));
        assertThatThrownBy(() -> verifier.verify(receipt, Office.LANDLORD, uri -> status))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(told);
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

    /** Two clocks may be a minute apart, and no more. */
    @Test
    void whatIsNotToBeUsedYetIsRefused() {
        String soon = office.signed(claims -> claims.put("nbf", Office.NOON.getEpochSecond() + 60));
        String later = office.signed(claims -> claims.put("nbf", Office.NOON.getEpochSecond() + 61));

        accepted(office.verify(soon));
        assertRefused(Reason.NOT_YET, office.verify(later));
        assertRefused(Reason.MALFORMED, office.verify(office.signed(claims -> claims.put("nbf", "1"))));
        accepted(office.verify(office.signed(claims -> claims.put("nbf", 1))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"_sd", "_sd_alg", "...", "iss", "sub", "aud", "exp", "nbf", "iat", "jti", "cnf", "status", "vct"
            })
    void aDisclosureMayNotSayWhatTheTokenSaysOfItself(String name) {
        Disclosure made = disclosure(name, "https://landlord.example");
        String text = office.signed(claims -> claims.withArray("_sd").add(made.digest()));

        assertRefused(Reason.DISCLOSURE, office.verify(text + made.text() + "~"));
        assertThatThrownBy(() -> Disclosure.of(name, "a", new SecureRandom())).hasMessageContaining("is named " + name);
    }

    @Test
    void digestsAreTextsInAListEachOnce() {
        Disclosure made = disclosure("band", "good");
        for (Consumer<ObjectNode> odd : List.<Consumer<ObjectNode>>of(
                claims -> claims.withArray("_sd").add(made.digest()).add(made.digest()),
                claims -> claims.withArray("_sd").add(7),
                claims -> claims.withArray("_sd").addNull(),
                claims -> claims.withArray("_sd").addArray().add(made.digest()),
                claims -> claims.putObject("_sd").put("a", made.digest()),
                claims -> claims.put("_sd", made.digest()),
                claims -> claims.remove("_sd"))) {
            assertRefused(Reason.MALFORMED, office.verify(office.signed(odd)));
        }
        String twice = office.signed(claims -> claims.withArray("_sd").add(made.digest()));
        assertRefused(Reason.DISCLOSURE, office.verify(twice + made.text() + "~" + made.text() + "~"));
        Disclosure other = disclosure("band", "poor");
        String both = office.signed(
                claims -> claims.withArray("_sd").add(made.digest()).add(other.digest()));
        assertRefused(Reason.DISCLOSURE, office.verify(both + made.text() + "~" + other.text() + "~"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "/dev/zero",
                "ftp://privileges.example/status/0",
                "jar:file:/tmp/a.jar!/b",
                "https:/status/0",
                "privileges.example"
            })
    void aStatusListIsAtAnAddressOfTheWeb(String uri) {
        String text =
                office.signed(claims -> ((ObjectNode) claims.path("status").path("status_list")).put("uri", uri));

        assertRefused(Reason.MALFORMED, office.verify(text));
    }

    private static Disclosure disclosure(String name, String value) {
        String text =
                Base64Url.encode(("[\"c2FsdA\",\"" + name + "\",\"" + value + "\"]").getBytes(StandardCharsets.UTF_8));
        return new Disclosure(text, name, value);
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
