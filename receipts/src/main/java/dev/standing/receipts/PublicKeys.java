package dev.standing.receipts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.receipts.Verdict.Reason;
import java.security.interfaces.ECPublicKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Keys that receipts and status lists are verified with: those of a JWK set that are meant for ES256 and have an id. Thread-safe. */
public final class PublicKeys {
    private static final int SIGNATURE_BYTES = 64;
    private static final int HEADERS = 3;
    /** More than any set of keys has. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private static final AlgorithmConstraints ES256_ALONE = new AlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

    private static final List<String> VERIFY = List.of("verify");

    private final Map<String, ECPublicKey> byId;

    PublicKeys(Map<String, ECPublicKey> byId) {
        this.byId = Map.copyOf(byId);
    }

    /**
     * Reads a JWK set, as {@code /.well-known/jwks.json} answers it.
     *
     * @throws IllegalArgumentException where it is none, or has no key that could be meant
     */
    public static PublicKeys read(String jwkSet) {
        Map<String, ECPublicKey> keys = new LinkedHashMap<>();
        for (JsonWebKey key : parse(jwkSet)) {
            if (key instanceof EllipticCurveJsonWebKey curve
                    && isMeant(curve, VERIFY)
                    && keys.put(key.getKeyId(), curve.getECPublicKey()) != null) {
                throw new IllegalArgumentException("two keys have the kid '" + key.getKeyId() + "'");
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no key of the curve P-256 with a kid that is to verify ES256");
        }
        return new PublicKeys(keys);
    }

    /** Whether it is of the curve P-256, has an id, and says of itself nothing but ES256, signatures and one of these operations. */
    static boolean isMeant(EllipticCurveJsonWebKey key, List<String> operations) {
        return key.getCurveName().equals(EllipticCurves.P_256)
                && key.getKeyId() != null
                && (key.getUse() == null || key.getUse().equals(Use.SIGNATURE))
                && (key.getAlgorithm() == null
                        || key.getAlgorithm().equals(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                && (key.getKeyOps() == null || !Collections.disjoint(key.getKeyOps(), operations));
    }

    static Iterable<JsonWebKey> parse(String jwkSet) {
        if (jwkSet.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("it is longer than any JWK set");
        }
        try {
            return new JsonWebKeySet(jwkSet).getJsonWebKeys();
        } catch (JoseException | RuntimeException e) {
            throw new IllegalArgumentException("it is not a JWK set", e);
        }
    }

    /** The payload of a token that is of this type, and signed by one of these keys. */
    JsonNode verify(String type, String token) throws Refusal {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw new Refusal(Reason.MALFORMED, "It is no signed token");
        }
        JsonNode header = Json.read(Base64Url.decode(parts[0]));
        byte[] payload = Base64Url.decode(parts[1]);
        if (header.size() != HEADERS) {
            // Whatever else there may be, as a key to verify with, is nothing that ours say.
            throw new Refusal(Reason.MALFORMED, "Its header is not alg, typ and kid");
        }
        if (!Json.isText(header, "alg", AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)) {
            throw new Refusal(Reason.ALGORITHM, "It is signed by another algorithm than ES256");
        }
        if (!Json.isText(header, "typ", type)) {
            throw new Refusal(Reason.TYPE, "It is of another type than " + type);
        }
        ECPublicKey key = byId.get(Json.string(header, "kid"));
        if (key == null) {
            throw new Refusal(Reason.KEY, "It is signed by a key that is not listed");
        }
        if (Base64Url.decode(parts[2]).length != SIGNATURE_BYTES || !isSigned(token, key)) {
            throw new Refusal(Reason.SIGNATURE, "The signature does not fit what is signed");
        }
        JsonNode claims = Json.read(payload);
        if (!claims.isObject()) {
            throw new Refusal(Reason.MALFORMED, "It has no claims");
        }
        return claims;
    }

    private static boolean isSigned(String token, ECPublicKey key) throws Refusal {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(ES256_ALONE);
            signature.setCompactSerialization(token);
            signature.setKey(key);
            return signature.verifySignature();
        } catch (JoseException e) {
            throw new Refusal(Reason.SIGNATURE, "The signature is none", e);
        }
    }
}
