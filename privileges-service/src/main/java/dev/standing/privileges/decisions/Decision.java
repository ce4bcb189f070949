package dev.standing.privileges.decisions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it is kept.
 *
 * @param currency of the amount; null where there is none
 * @param answer the JSON that was answered, to the byte
 * @param basis what it was judged by, as JSON
 */
public record Decision(
        UUID id,
        Instant at,
        String partner,
        String member,
        String perk,
        @Nullable String wantedTier,
        @Nullable Long amountMinor,
        @Nullable String currency,
        @Nullable Integer termMonths,
        boolean allowed,
        String answer,
        Policy policy,
        String basis) {

    /** The perk policy that it stands on; the fingerprint says which document that was. */
    public record Policy(String name, int version, String fingerprint) {}
}
