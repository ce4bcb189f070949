package dev.standing.privileges.webhooks.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** A key pair of Ed25519, of which the partner gets the public half. */
final class Ed25519Key {
    private static final String ALGORITHM = "Ed25519";
    private static final String PUBLIC_PREFIX = "whpk_";
    private static final int PUBLIC_BYTES = 32;
    private static final char BETWEEN = '.';

    private final PrivateKey key;
    private final String published;

    private Ed25519Key(PrivateKey key, String published) {
        this.key = key;
        this.published = published;
    }

    /** A new pair, as it is stored: PKCS #8, and the public half as it is published. */
    static String generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] raw = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
            return base64(pair.getPrivate().getEncoded()) + BETWEEN + PUBLIC_PREFIX + base64(raw);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Ed25519Key of(String stored) {
        int between = stored.indexOf(BETWEEN);
        try {
            byte[] encoded = Base64.getDecoder().decode(stored.substring(0, between));
            return new Ed25519Key(
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded)),
                    stored.substring(between + 1));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored signing key cannot be read", e);
        }
    }

    /** {@code whpk_} and the key's 32 bytes in Base64. */
    String published() {
        return published;
    }

    String sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(content);
            return "v1a," + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
