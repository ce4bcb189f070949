package dev.standing.local.sample.community;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A record as a partner sends it; {@code partner} says which one, and travels in the token. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SampleRecord(
        @JsonIgnore String partner,
        String id,
        String member,
        String kind,
        String occurredAt,
        @Nullable Long amountMinor,
        @Nullable String currency,
        @Nullable String merchantCategory,
        @Nullable Integer count) {}
