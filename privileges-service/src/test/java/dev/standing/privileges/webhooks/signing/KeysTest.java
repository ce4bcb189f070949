package dev.standing.privileges.webhooks.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The reference implementation is the judge of every HMAC, and the platform of every Ed25519. */
class KeysTest {
    private static final String ID = "msg_0f3c";
    private static final String BODY =
            "{\"type\":\"privilege.granted\",\"data\":{\"member\":\"m-1\",\"text\":\"é😀\"}}";
    /** What X.509 says before the 32 bytes of such a key. */
    private static final String X509_OF_ED25519 = "302a300506032b6570032100";

    private final Instant now = Instant.now();

    @Test
    void theSpecificationsVectorIsMet() {
        Keys keys = new Keys("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", null, null);

        assertThat(keys.sign(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1_614_265_330), "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void theReferenceTakesWhatWeSignAndRefusesEveryOneBitChange() throws Exception {
        Keys keys = Keys.generate(true);
        String header = keys.sign(ID, now, BODY);
        String v1 = header.split(" ", -1)[0];
        Webhook reference = new Webhook(keys.secret());

        assertThatCode(() -> reference.verify(BODY, headers(ID, now, header))).doesNotThrowAnyException();
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < body.length * 8; bit++) {
            byte[] changed = body.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            String text = new String(changed, StandardCharsets.UTF_8);
            assertRefused(reference, text, ID, now, v1);
        }
        for (int i = 0; i < ID.length(); i++) {
            StringBuilder other = new StringBuilder(ID);
            other.setCharAt(i, (char) (ID.charAt(i) ^ 1));
            assertRefused(reference, BODY, other.toString(), now, v1);
        }
        assertRefused(reference, BODY, ID, now.plusSeconds(1), v1);
        assertRefused(new Webhook(Keys.generate(false).secret()), BODY, ID, now, v1);
    }

    @Test
    void whileASecretIsRotatedEitherIsTaken() throws Exception {
        Keys former = Keys.generate(false);
        Keys next = Keys.generate(false);
        String header = new Keys(next.secret(), null, former).sign(ID, now, BODY);

        for (Keys each : List.of(former, next)) {
            assertThatCode(() -> new Webhook(each.secret()).verify(BODY, headers(ID, now, header)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void ed25519IsVerifiedByThePublishedKeyAndByNoOther() throws Exception {
        Keys keys = Keys.generate(true);
        String signature = keys.sign(ID, now, BODY).split(" ", -1)[1];

        assertThat(signature).startsWith("v1a,");
        assertThat(verify(Objects.requireNonNull(keys.publicKey()), signature, BODY))
                .isTrue();
        assertThat(verify(Objects.requireNonNull(keys.publicKey()), signature, BODY + " "))
                .isFalse();
        assertThat(verify(Objects.requireNonNull(Keys.generate(true).publicKey()), signature, BODY))
                .isFalse();
    }

    private boolean verify(String published, String signature, String body) throws Exception {
        assertThat(published).startsWith("whpk_");
        byte[] raw = Base64.getDecoder().decode(published.substring("whpk_".length()));
        assertThat(raw).hasSize(32);
        byte[] encoded =
                HexFormat.of().parseHex(X509_OF_ED25519 + HexFormat.of().formatHex(raw));
        PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update((ID + "." + now.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
        return verifier.verify(Base64.getDecoder().decode(signature.substring("v1a,".length())));
    }

    @Test
    void anEchoIsKnownByEitherSecretAndByNothingElse() throws Exception {
        Keys former = Keys.generate(false);
        Keys keys = new Keys(Keys.generate(false).secret(), null, former);
        for (Keys each : List.of(keys, former)) {
            String echo = new Webhook(each.secret()).sign(ID, now.getEpochSecond(), "challenge");
            assertThat(keys.signed(echo, ID, now, "challenge")).isTrue();
            assertThat(keys.signed(echo, ID, now, "challengf")).isFalse();
        }
        assertThat(keys.signed("", ID, now, "challenge")).isFalse();
        assertThat(keys.signed("challenge", ID, now, "challenge")).isFalse();
    }

    private static void assertRefused(Webhook reference, String body, String id, Instant at, String signature) {
        assertThatThrownBy(() -> reference.verify(body, headers(id, at, signature)))
                .isInstanceOf(WebhookVerificationException.class);
    }

    private static Map<String, List<String>> headers(String id, Instant at, String signature) {
        return Map.of(
                "webhook-id", List.of(id),
                "webhook-timestamp", List.of(String.valueOf(at.getEpochSecond())),
                "webhook-signature", List.of(signature));
    }
}
