package dev.standing.acceptance.client;

import dev.standing.stack.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Signs tokens with the key of a local stack, good ones and, for tests of the door, bad ones. */
public final class Tokens {
    private static final String ISSUER = "https://standing.local";
    private static final Duration LIFETIME = Duration.ofHours(2);

    private final PrivateKey key;

    private Tokens(PrivateKey key) {
        this.key = key;
    }

    /** The issuer whose keys lie in this folder. */
    public static Tokens of(Path keys) {
        try {
            String pem = Files.readString(keys.resolve("private-key.pem"));
            byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            return new Tokens(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An issuer whom nobody trusts. */
    public static Tokens ofStranger() {
        try {
            return new Tokens(
                    KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String of(Who who) {
        return with(who, Map.of());
    }

    public String expired(Who who) {
        return with(who, Map.of("exp", Instant.now().minus(Duration.ofHours(1)).getEpochSecond()));
    }

    /** A token of which some claims are others. */
    public String with(Who who, Map<String, ?> changes) {
        String content = content(Map.of("alg", "RS256", "typ", "JWT"), who, changes);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token of the algorithm {@code none}: all claims, no signature. */
    public String unsigned(Who who) {
        return content(Map.of("alg", "none", "typ", "JWT"), who, Map.of()) + ".";
    }

    private static String content(Map<String, String> header, Who who, Map<String, ?> changes) {
        Instant now = Instant.now();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", List.of("standing-ingest", "standing-scoring", "standing-privileges"));
        claims.put("sub", who.subject());
        claims.put("groups", List.of(who.role()));
        if (who.partner() != null) {
            claims.put("partner", who.partner());
        }
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFETIME).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        claims.putAll(changes);
        return encoded(Json.bytes(header)) + "." + encoded(Json.bytes(claims));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
