package dev.standing.local.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIssuerTest {

    private final Path folder;

    LocalIssuerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private JwtClaims claims(Identity identity) throws Exception {
        return claims(identity, "standing-ingest");
    }

    private JwtClaims claims(Identity identity, String audience) throws Exception {
        LocalIssuer issuer = LocalIssuer.in(folder);
        return new JwtConsumerBuilder()
                .setVerificationKey(publicKey(issuer.publicKeyFile()))
                .setExpectedIssuer(LocalIssuer.ISSUER)
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .build()
                .processToClaims(issuer.sign(identity, Duration.ofHours(12)));
    }

    private static PublicKey publicKey(Path pem) throws Exception {
        String body = Files.readString(pem).replaceAll("-----[A-Z ]+-----", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
    }

    @Test
    void partnerTokenNamesThePartner() throws Exception {
        JwtClaims claims = claims(Identity.partner("acme"));
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("partner");
        assertThat(claims.getStringClaimValue("partner")).isEqualTo("acme");
    }

    @Test
    void memberTokenHasTheMemberAsSubjectAndNoPartner() throws Exception {
        JwtClaims claims = claims(Identity.member("m-1"));
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("member");
        assertThat(claims.getSubject()).isEqualTo("m-1");
        assertThat(claims.hasClaim("partner")).isFalse();
    }

    @Test
    void tokenIsForAllThreeServices() throws Exception {
        for (String service : List.of("standing-ingest", "standing-scoring", "standing-privileges")) {
            assertThat(claims(Identity.operator(), service).getAudience()).contains(service);
        }
    }

    @Test
    void tokenLastsAsLongAsSaid() throws Exception {
        JwtClaims claims = claims(Identity.operator());
        long seconds =
                claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue();
        assertThat(seconds).isBetween(12 * 3600L - 2, 12 * 3600L + 2);
    }

    @Test
    void keysAreKeptAndOnlyTheOwnerReadsThem() throws Exception {
        String first = LocalIssuer.in(folder).publicKey();
        assertThat(LocalIssuer.in(folder).publicKey()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("private-key.pem"))))
                .isEqualTo("rw-------");
    }
}
