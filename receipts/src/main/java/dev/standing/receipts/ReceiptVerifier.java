package dev.standing.receipts;

import dev.standing.receipts.Verdict.Accepted;
import dev.standing.receipts.Verdict.Reason;
import dev.standing.receipts.Verdict.Refused;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Tells whether a receipt is to be believed: signed by ES256 and one of the keys, in its time, for this audience, not revoked, and with
 * nothing disclosed that was not signed. Whoever holds it may leave disclosures out, in any order. Two clocks may be a minute apart. Thread-safe.
 */
public final class ReceiptVerifier {
    private final PublicKeys keys;
    private final InstantSource clock;

    public ReceiptVerifier(PublicKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The verdict on a receipt.
     *
     * @param text as its holder shows it, without blanks around it
     * @param audience who it is shown to, as its member named them
     * @throws IOException where its status cannot be had, or is none to rely on: then nothing can be said of the receipt
     */
    public Verdict verify(String text, String audience, StatusSource statuses) throws IOException {
        try {
            Instant now = clock.instant();
            Receipt receipt = SdJwt.read(text, keys, now);
            if (!receipt.audience().equals(audience)) {
                throw new Refusal(Reason.AUDIENCE, "It is for another audience: " + receipt.audience());
            }
            StatusReference status = receipt.status();
            String token = statuses.token(status.uri());
            if (StatusList.read(token, status.uri(), keys, now).isRevoked(status.index())) {
                throw new Refusal(Reason.REVOKED, "It was revoked");
            }
            return new Accepted(receipt);
        } catch (Refusal e) {
            return new Refused(e.reason(), String.valueOf(e.getMessage()));
        }
    }
}
