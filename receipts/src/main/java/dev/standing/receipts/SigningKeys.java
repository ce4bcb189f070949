package dev.standing.receipts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standing.receipts.Verdict.Reason;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * A JWK set of an issuer: the first key signs, all of them are published, so that what earlier ones signed verifies until they are taken
 * out. Every key is of the curve P-256 and has an id; the first alone needs its private part. Thread-safe.
 */
public final class SigningKeys {
    private static final List<String> OPERATIONS = List.of("sign", "verify");

    private final List<EllipticCurveJsonWebKey> keys;
    private final PublicKeys publicKeys;

    private SigningKeys(List<EllipticCurveJsonWebKey> keys) {
        this.keys = List.copyOf(keys);
        Map<String, ECPublicKey> byId = new LinkedHashMap<>();
        keys.forEach(key -> byId.put(key.getKeyId(), key.getECPublicKey()));
        this.publicKeys = new PublicKeys(byId);
    }

    /**
     * Reads a JWK set with a private part.
     *
     * @throws IllegalArgumentException where it is none, or not as it has to be; the text repeats nothing of the keys but their ids
     */
    public static SigningKeys read(String jwkSet) {
        List<EllipticCurveJsonWebKey> keys = new ArrayList<>();
        for (JsonWebKey key : PublicKeys.parse(jwkSet)) {
            if (!(key instanceof EllipticCurveJsonWebKey curve) || !PublicKeys.isMeant(curve, OPERATIONS)) {
                throw new IllegalArgumentException("a key is not of the curve P-256, has no kid, or is not for ES256");
            }
            if (keys.stream().anyMatch(each -> each.getKeyId().equals(key.getKeyId()))) {
                throw new IllegalArgumentException("two keys have the kid '" + key.getKeyId() + "'");
            }
            keys.add(curve);
        }
        if (keys.isEmpty() || keys.getFirst().getPrivateKey() == null) {
            throw new IllegalArgumentException("the first key, which signs, has no private part");
        }
        SigningKeys read = new SigningKeys(keys);
        read.requireThatPartsFit();
        return read;
    }

    /** The same keys behind a new one, as a JWK set with private parts; a new one alone where there were none. */
    public static String withNew(@Nullable SigningKeys former) {
        try {
            EllipticCurveJsonWebKey made = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            made.setKeyId(made.calculateBase64urlEncodedThumbprint("SHA-256"));
            ObjectNode set = Json.object();
            ArrayNode all = set.putArray("keys");
            add(all, made, JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
            if (former != null) {
                former.keys.forEach(key -> add(all, key, JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
            }
            return Json.text(set);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public parts as a JWK set, for everybody. */
    public String published() {
        ObjectNode set = Json.object();
        ArrayNode all = set.putArray("keys");
        keys.forEach(key -> add(all, key, JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        return Json.text(set);
    }

    public PublicKeys publicKeys() {
        return publicKeys;
    }

    private static void add(ArrayNode all, EllipticCurveJsonWebKey key, JsonWebKey.OutputControlLevel parts) {
        Map<String, Object> said = key.toParams(parts);
        ObjectNode object = all.addObject();
        for (String field : List.of("kty", "crv", "kid", "x", "y", "d")) {
            if (said.get(field) instanceof String value) {
                object.put(field, value);
            }
        }
        object.put("use", "sig").put("alg", AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    }

    /** A token of this type, by the first key. */
    String sign(String type, ObjectNode claims) {
        EllipticCurveJsonWebKey key = keys.getFirst();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setHeader("typ", type);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setPayload(Json.text(claims));
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private void requireThatPartsFit() {
        try {
            publicKeys.verify("trial", sign("trial", Json.object()));
        } catch (Refusal e) {
            throw new IllegalArgumentException(
                    "the parts of the key '" + keys.getFirst().getKeyId() + "' do not fit: " + Reason.SIGNATURE, e);
        }
    }
}
