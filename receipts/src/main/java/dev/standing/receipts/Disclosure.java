package dev.standing.receipts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.standing.receipts.Verdict.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Set;

/**
 * One claim that its holder may show or keep to themself: RFC 9901, section 4.2. What is signed is the digest of its text, which nobody can
 * guess a claim from, for its salt.
 *
 * @param text the base64url of {@code [salt, name, value]}
 * @param value a {@code String} or a {@code Long}
 */
record Disclosure(String text, String name, Object value) {
    private static final int SALT_BYTES = 16;

    /** What the form itself says, and what a token says of itself: signed in the open, or not at all. */
    private static final Set<String> RESERVED = Set.of(
            "_sd",
            "_sd_alg",
            "...",
            "iss",
            "sub",
            "aud",
            "exp",
            "nbf",
            "iat",
            "jti",
            "cnf",
            "status",
            "vct",
            "vct#integrity");

    static Disclosure of(String name, Object value, SecureRandom random) {
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException("a disclosure is named " + name + "; allowed: anything but " + RESERVED);
        }
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        ArrayNode array = Json.array().add(Base64Url.encode(salt)).add(name);
        if (value instanceof Long number) {
            array.add(number);
        } else {
            array.add(value.toString());
        }
        return new Disclosure(Base64Url.encode(Json.text(array).getBytes(StandardCharsets.UTF_8)), name, value);
    }

    static Disclosure read(String text) throws Refusal {
        JsonNode array = Json.read(Base64Url.decode(text));
        if (!array.isArray()
                || array.size() != 3
                || !array.path(0).isTextual()
                || !array.path(1).isTextual()) {
            throw new Refusal(Reason.MALFORMED, "A disclosure is not a salt, a name and a value");
        }
        if (RESERVED.contains(array.path(1).asText())) {
            throw new Refusal(Reason.DISCLOSURE, array.path(1).asText() + " is no name that a disclosure may have");
        }
        JsonNode value = array.path(2);
        if (value.isTextual()) {
            return new Disclosure(text, array.path(1).asText(), value.asText());
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return new Disclosure(text, array.path(1).asText(), value.asLong());
        }
        throw new Refusal(Reason.MALFORMED, "A disclosed value is neither a text nor a whole number");
    }

    String digest() {
        return digest(text);
    }

    static String digest(String text) {
        try {
            return Base64Url.encode(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
