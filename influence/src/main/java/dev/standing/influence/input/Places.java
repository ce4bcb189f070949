package dev.standing.influence.input;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where each member's steps begin, as a share of a step: HMAC-SHA-256 of their name under a key that the caller keeps. The same key and
 * name give the same place for ever; whoever has the key can tell friends' bases finer than by a step. One per thread.
 */
public final class Places {
    private final Mac mac;

    /**
     * With this key.
     *
     * @param key at least one byte; a secret should have 32
     */
    public Places(byte[] key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** From 0 to below 1. */
    public double of(String member) {
        byte[] hash = mac.doFinal(member.getBytes(StandardCharsets.UTF_8));
        long bits = 0;
        for (int n = 0; n < Long.BYTES; n++) {
            bits = bits << Byte.SIZE | (hash[n] & 255);
        }
        return (bits >>> 11) * 0x1.0p-53;
    }
}
