package dev.standing.acceptance.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A behaviour record as a partner sends it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Behaviour(
        String id,
        String member,
        String kind,
        String occurredAt,
        @Nullable Long amountMinor,
        @Nullable String currency,
        @Nullable Long count,
        @Nullable String merchantCategory) {

    /** A record of a kind without amount, so many days ago. */
    public static Behaviour plain(String id, String member, String kind, int daysAgo) {
        String at = Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .minus(daysAgo, ChronoUnit.DAYS)
                .toString();
        return new Behaviour(id, member, kind, at, null, null, null, null);
    }

    public static Behaviour paid(String id, String member, String kind, int daysAgo, long amountMinor) {
        return plain(id, member, kind, daysAgo).of(amountMinor);
    }

    public static Behaviour purchase(String id, String member, int daysAgo, long amountMinor, String category) {
        return plain(id, member, "purchase", daysAgo).of(amountMinor).in(category);
    }

    public Behaviour of(long amount) {
        return new Behaviour(id, member, kind, occurredAt, amount, "USD", count, merchantCategory);
    }

    public Behaviour in(String category) {
        return new Behaviour(id, member, kind, occurredAt, amountMinor, currency, count, category);
    }

    public Behaviour by(String who) {
        return new Behaviour(id, who, kind, occurredAt, amountMinor, currency, count, merchantCategory);
    }

    public Behaviour as(String newId) {
        return new Behaviour(newId, member, kind, occurredAt, amountMinor, currency, count, merchantCategory);
    }

    /** With a currency where there is an amount. */
    public Behaviour withCurrency() {
        return amountMinor == null ? this : of(amountMinor);
    }

    public Instant at() {
        return Instant.parse(occurredAt);
    }
}
