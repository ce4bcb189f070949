package dev.standing.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectDecoder;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.BitSet;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Examples of the specifications, and others' reading of them. */
class SpecificationsTest {
    private final Office office = new Office();

    @Test
    void digestsAreThoseOfTheExampleInRfc9901() {
        assertThat(Disclosure.digest("WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0"))
                .isEqualTo("X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0");
    }

    @Test
    void bitsAreThoseOfTheExampleInTheTokenStatusList() throws Exception {
        BitSet bits = BitSet.valueOf(new byte[] {(byte) 0xB9, (byte) 0xA3});
        String token = StatusList.sign(
                office.keys, Office.LIST, bits, 16, Office.NOON, Duration.ofMinutes(5), Duration.ofDays(1));

        Map<String, Object> list = SignedJWT.parse(token).getJWTClaimsSet().getJSONObjectClaim("status_list");

        assertThat(list).isEqualTo(Map.of("bits", 1L, "lst", "eNrbuRgAAhcBXQ"));
    }

    @Test
    void othersReadWhatIsIssued() throws Exception {
        SDJWT receipt = SDJWT.parse(office.receipt());
        SignedJWT signed = SignedJWT.parse(receipt.getCredentialJwt());
        ECKey key = JWKSet.parse(office.keys.published())
                .getKeyByKeyId(signed.getHeader().getKeyID())
                .toECKey();

        assertThat(signed.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(signed.verify(new ECDSAVerifier(key))).isTrue();
        Map<String, Object> claims =
                new SDObjectDecoder().decode(signed.getJWTClaimsSet().getClaims(), receipt.getDisclosures());
        assertThat(claims)
                .containsEntry("iss", "https://privileges.example")
                .containsEntry("exp", Date.from(Office.NOON.plus(Office.LIFE)))
                .containsEntry("score", 613L)
                .containsEntry("band", "good")
                .containsEntry("perks.bike-hire", "no-deposit");
    }

    @Test
    void nothingPrivateIsPublished() throws Exception {
        String set = SigningKeys.withNew(office.keys);

        assertThat(JWKSet.parse(set).getKeys()).hasSize(2).allMatch(key -> key.isPrivate());
        assertThat(JWKSet.parse(SigningKeys.read(set).published()).getKeys())
                .hasSize(2)
                .noneMatch(key -> key.isPrivate());
    }
}
