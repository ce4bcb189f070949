package dev.standing.receipts;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.Map;

/** An issuer at noon, with receipts for a landlord. */
final class Office {
    static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    static final String LANDLORD = "https://landlord.example";
    static final URI LIST = URI.create("https://privileges.example/v1/receipts/status/0");
    static final Duration LIFE = Duration.ofDays(30);

    private static final int INDEX = 4_711;
    private static final int SIZE = 1 << 13;

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
                        "https://privileges.example",
                        audience,
                        "ada",
                        "0d8f",
                        issued,
                        issued.plus(LIFE),
                        new StatusReference(LIST, INDEX),
                        Map.of(
                                "score", 613L,
                                "band", "good",
                                "scorecard", "community/1",
                                "dimensions.history", 100L,
                                "perks.bike-hire", "no-deposit")),
                keys);
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
