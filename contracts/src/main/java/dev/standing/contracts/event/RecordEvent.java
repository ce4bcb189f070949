package dev.standing.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A behaviour record was accepted, or an accepted one was retracted. A retraction repeats the content, so that a reader
 * can undo it without having seen the acceptance, in whatever order the two arrive.
 *
 * @param position place in the ledger: unique, and rising in commit order; not gapless
 * @param partner the partner that sent it; {@code id} is unique within
 * @param occurredAt when the member did it
 * @param amountMinor amount in minor currency units, where the kind has one
 * @param count how many, where the kind has a count
 * @param merchantCategory four digits of ISO 18245, where the kind has one
 * @param at when the ledger took it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"version", "type", "position"})
@RegisterForReflection
public record RecordEvent(
        int version,
        Type type,
        long position,
        PartnerId partner,
        String id,
        MemberId member,
        String kind,
        Instant occurredAt,
        @Nullable Long amountMinor,
        @Nullable String currency,
        @Nullable Long count,
        @Nullable String merchantCategory,
        Instant at)
        implements Event {
    public RecordEvent {
        Bounds.id("id", id);
        Bounds.id("kind", kind);
        Bounds.instant("occurredAt", occurredAt);
        Bounds.amount("amountMinor", amountMinor);
        Bounds.code("currency", currency);
        Bounds.amount("count", count);
        Bounds.code("merchantCategory", merchantCategory);
        Bounds.instant("at", at);
    }

    /** What happened to the record. */
    public enum Type {
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("retracted")
        RETRACTED
    }
}
