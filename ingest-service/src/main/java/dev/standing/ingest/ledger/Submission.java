package dev.standing.ingest.ledger;

import dev.standing.contracts.identity.PartnerId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * A record as a partner sent it, found valid at admission.
 *
 * @param id the partner's own; unique with {@code partner}
 * @param occurredAtMicros when the member did it, in microseconds since 1970 (what PostgreSQL keeps)
 * @param nanosBeyond what the partner said finer than that, 0 to 999: not kept, and content all the same
 * @param amountMinor in minor units of {@code currency}; both or neither
 * @param trace where its trace stands; null for nearly all, which are not traced
 */
public record Submission(
        PartnerId partner,
        String id,
        String member,
        String kind,
        long occurredAtMicros,
        int nanosBeyond,
        @Nullable Long amountMinor,
        @Nullable String currency,
        @Nullable Long count,
        @Nullable String merchantCategory,
        @Nullable String trace) {

    private static final char SEPARATOR = '\n';

    Submission tracedAs(@Nullable String place) {
        return place == null
                ? this
                : new Submission(
                        partner,
                        id,
                        member,
                        kind,
                        occurredAtMicros,
                        nanosBeyond,
                        amountMinor,
                        currency,
                        count,
                        merchantCategory,
                        place);
    }

    /** Equal for equal content: the first eight bytes of SHA-256 over all that the partner said but the id. */
    public long contentHash() {
        String content = member
                + SEPARATOR
                + kind
                + SEPARATOR
                + occurredAtMicros
                + (nanosBeyond == 0 ? "" : "." + nanosBeyond)
                + SEPARATOR
                + amountMinor
                + SEPARATOR
                + currency
                + SEPARATOR
                + count
                + SEPARATOR
                + merchantCategory;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
