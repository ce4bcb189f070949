package dev.standing.receipts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/**
 * From when to when a token may be believed, by the clock of whoever reads it, which may be {@link #SKEW} off.
 *
 * @param issued {@code iat}
 * @param begins {@code nbf} where that is later; else {@code issued}
 * @param expires {@code exp}
 */
record Lifetime(Instant issued, Instant begins, Instant expires) {
    /** How far two clocks may be apart. */
    static final Duration SKEW = Duration.ofMinutes(1);

    static Lifetime of(JsonNode claims) throws Refusal {
        Instant issued = Json.instant(claims, "iat");
        Instant begins = claims.has("nbf") ? Json.instant(claims, "nbf") : issued;
        return new Lifetime(issued, begins.isAfter(issued) ? begins : issued, Json.instant(claims, "exp"));
    }

    boolean isToCome(Instant now) {
        return now.plus(SKEW).isBefore(begins);
    }

    boolean isOver(Instant now) {
        return !now.minus(SKEW).isBefore(expires);
    }
}
