package dev.standing.receipts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.standing.receipts.Verdict.Reason;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A receipt as an SD-JWT without key binding: RFC 9901. Every disclosed value is a disclosure of its own at the top level. */
final class SdJwt {
    static final String TYPE = "standing-receipt+sd-jwt";

    private static final String DIGESTS = "_sd";
    private static final String ALGORITHM = "_sd_alg";
    private static final String SHA_256 = "sha-256";
    private static final List<String> SCHEMES = List.of("https", "http");
    private static final char SEPARATOR = '~';
    /** More than any that is issued has, and little enough to be looked at. */
    private static final int MOST_CHARACTERS = 32_768;

    private SdJwt() {}

    static String write(Receipt receipt, SigningKeys keys, SecureRandom random) {
        List<Disclosure> disclosures = receipt.disclosed().entrySet().stream()
                .map(each -> Disclosure.of(each.getKey(), each.getValue(), random))
                .toList();
        ObjectNode claims = Json.object()
                .put("iss", receipt.issuer())
                .put("aud", receipt.audience())
                .put("sub", receipt.member())
                .put("jti", receipt.id())
                .put("iat", receipt.issued().getEpochSecond())
                .put("exp", receipt.expires().getEpochSecond());
        claims.putObject("status")
                .putObject("status_list")
                .put("idx", receipt.status().index())
                .put("uri", receipt.status().uri().toString());
        ArrayNode digests = claims.putArray(DIGESTS);
        // In an order that tells nothing of what they are of.
        disclosures.stream().map(Disclosure::digest).sorted().forEach(digests::add);
        claims.put(ALGORITHM, SHA_256);
        return keys.sign(TYPE, claims)
                + disclosures.stream().map(each -> SEPARATOR + each.text()).collect(Collectors.joining())
                + SEPARATOR;
    }

    static Receipt read(String text, PublicKeys keys, Instant now) throws Refusal {
        if (text.length() > MOST_CHARACTERS) {
            throw new Refusal(Reason.MALFORMED, "It is longer than any receipt");
        }
        String[] parts = text.split(String.valueOf(SEPARATOR), -1);
        if (parts.length < 2 || !parts[parts.length - 1].isEmpty()) {
            throw new Refusal(Reason.MALFORMED, "It does not end as a receipt does");
        }
        JsonNode claims = keys.verify(TYPE, parts[0]);
        if (!Json.isText(claims, ALGORITHM, SHA_256)) {
            throw new Refusal(Reason.ALGORITHM, "Its digests are not by " + SHA_256);
        }
        Lifetime lifetime = inTime(claims, now);
        JsonNode list = claims.path("status").path("status_list");
        return new Receipt(
                Json.string(claims, "iss"),
                Json.string(claims, "aud"),
                Json.string(claims, "sub"),
                Json.string(claims, "jti"),
                lifetime.issued(),
                lifetime.expires(),
                new StatusReference(uri(Json.string(list, "uri")), index(list.path("idx"))),
                disclosed(claims, Arrays.asList(parts).subList(1, parts.length - 1)));
    }

    private static Map<String, Object> disclosed(JsonNode claims, List<String> texts) throws Refusal {
        Set<String> signed = digests(claims.path(DIGESTS));
        Map<String, Object> disclosed = new TreeMap<>();
        for (String text : texts) {
            if (!signed.remove(Disclosure.digest(text))) {
                throw new Refusal(Reason.DISCLOSURE, "Something is disclosed that was not signed, or twice");
            }
            Disclosure disclosure = Disclosure.read(text);
            if (claims.has(disclosure.name()) || disclosed.put(disclosure.name(), disclosure.value()) != null) {
                throw new Refusal(Reason.DISCLOSURE, disclosure.name() + " is said twice");
            }
        }
        return disclosed;
    }

    private static Set<String> digests(JsonNode list) throws Refusal {
        if (!list.isArray()) {
            throw new Refusal(Reason.MALFORMED, "Its digests are no list");
        }
        Set<String> digests = new HashSet<>();
        for (JsonNode digest : list) {
            if (!digest.isTextual() || !digests.add(digest.asText())) {
                throw new Refusal(Reason.MALFORMED, "Its digests are not texts, each once");
            }
        }
        return digests;
    }

    private static Lifetime inTime(JsonNode claims, Instant now) throws Refusal {
        Lifetime lifetime = Lifetime.of(claims);
        if (lifetime.isOver(now)) {
            throw new Refusal(Reason.EXPIRED, "It expired at " + lifetime.expires());
        }
        if (lifetime.isToCome(now)) {
            throw new Refusal(Reason.NOT_YET, "It is of a time to come: " + lifetime.begins());
        }
        return lifetime;
    }

    /** What is asked for there is asked by HTTP, so nothing else may be named: no file, for one, of whoever verifies. */
    private static URI uri(String text) throws Refusal {
        try {
            URI uri = URI.create(text);
            if (SCHEMES.contains(String.valueOf(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal(Reason.MALFORMED, "Its status list has no address", e);
        }
        throw new Refusal(Reason.MALFORMED, "Its status list has no address of http or https");
    }

    private static int index(JsonNode index) throws Refusal {
        if (index.isIntegralNumber() && index.canConvertToInt() && index.asInt() >= 0) {
            return index.asInt();
        }
        throw new Refusal(Reason.MALFORMED, "Its place in the status list is no number from 0");
    }
}
