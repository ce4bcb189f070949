package dev.standing.privileges.webhooks.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint's messages are signed with, as stored.
 *
 * @param secret for {@code v1}
 * @param signingKey for {@code v1a}; null where the partner did not ask for it
 * @param former what was valid before a rotation and still is; null where nothing is
 */
public record Keys(
        String secret,
        @Nullable String signingKey,
        @Nullable Keys former) {
    /** New ones. */
    public static Keys generate(boolean asymmetric) {
        return new Keys(Secret.generate(), asymmetric ? Ed25519Key.generate() : null, null);
    }

    /** The half of the signing key that the partner verifies with. */
    public @Nullable String publicKey() {
        return signingKey == null ? null : Ed25519Key.of(signingKey).published();
    }

    /** The header {@code webhook-signature}: a signature by each key, parted by blanks. */
    public String sign(String id, Instant at, String body) {
        byte[] content = (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        List<String> signatures = new ArrayList<>();
        for (Keys keys = this; keys != null; keys = keys.former) {
            signatures.add(Secret.sign(keys.secret, content));
            if (keys.signingKey != null) {
                signatures.add(Ed25519Key.of(keys.signingKey).sign(content));
            }
        }
        return String.join(" ", signatures);
    }

    /** Whether that is the signature by one of the secrets that are valid; in a time that does not depend on how much of it is right. */
    public boolean signed(String signature, String id, Instant at, String body) {
        byte[] content = (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        byte[] said = signature.getBytes(StandardCharsets.UTF_8);
        boolean matches = false;
        for (Keys keys = this; keys != null; keys = keys.former) {
            matches |= MessageDigest.isEqual(
                    said, Secret.sign(keys.secret, content).getBytes(StandardCharsets.UTF_8));
        }
        return matches;
    }
}
