package dev.standing.receipts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.Map;
import java.util.function.Consumer;

/** An issuer at noon, with receipts for a landlord. */
final class Office {
    static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    static final String LANDLORD = "https://landlord.example";
    static final URI LIST = URI.create("https://privileges.example/v1/receipts/status/0");
    static final Duration LIFE = Duration.ofDays(30);

    private static final int INDEX = 4_711;
    private static final int SIZE = 1 << 13;
    private static final String ISSUER = "https://privileges.example";
    private static final StatusReference STATUS = new StatusReference(LIST, INDEX);
    private static final SecureRandom RANDOM = new SecureRandom();

    final SigningKeys keys;
    private final ReceiptIssuer issuer = new ReceiptIssuer();

    Office() {
        this(SigningKeys.read(SigningKeys.withNew(null)));
    }

    Office(SigningKeys keys) {
        this.keys = keys;
    }

    String receipt() {
        return receipt(LANDLORD, NOON);
    }

    String receipt(String audience, Instant issued) {
        return issuer.issue(
                new Receipt(
                        ISSUER,
                        audience,
                        "ada",
                        "0d8f",
                        issued,
                        issued.plus(LIFE),
                        STATUS,
                        Map.of(
                                "score", 613L,
                                "band", "good",
                                "scorecard", "community/1",
                                "dimensions.history", 100L,
                                "perks.bike-hire", "no-deposit")),
                keys);
    }

    /** A receipt with claims that ours never have, and nothing to disclose. */
    String signed(Consumer<ObjectNode> change) {
        String token = SdJwt.write(
                new Receipt(ISSUER, LANDLORD, "ada", "0d8f", NOON, NOON.plus(LIFE), STATUS, Map.of()), keys, RANDOM);
        return keys.sign(SdJwt.TYPE, changed(token, change)) + "~";
    }

    /** A list whose {@code status_list} is none of ours. */
    String signedList(Consumer<ObjectNode> change) {
        return keys.sign(
                StatusList.TYPE,
                changed(status(false), claims -> change.accept((ObjectNode) claims.path("status_list"))));
    }

    private static ObjectNode changed(String token, Consumer<ObjectNode> change) {
        try {
            ObjectNode claims = (ObjectNode) Json.read(Base64Url.decode(token.split("\\.", -1)[1]));
            change.accept(claims);
            return claims;
        } catch (Refusal e) {
            throw new IllegalStateException(e);
        }
    }

    String status(boolean revoked) {
        return status(revoked, NOON, LIST);
    }

    String status(boolean revoked, Instant at, URI uri) {
        BitSet bits = new BitSet();
        bits.set(INDEX, revoked);
        bits.set(INDEX + 1);
        return StatusList.sign(keys, uri, bits, SIZE, at, Duration.ofMinutes(5), Duration.ofDays(1));
    }

    Verdict verify(String text) {
        return verify(text, LANDLORD, NOON, status(false));
    }

    Verdict verify(String text, String audience, Instant at, String status) {
        try {
            return new ReceiptVerifier(keys.publicKeys(), InstantSource.fixed(at))
                    .verify(text, audience, uri -> status);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
