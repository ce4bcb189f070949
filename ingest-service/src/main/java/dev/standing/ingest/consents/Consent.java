package dev.standing.ingest.consents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A permission as it holds.
 *
 * @param purpose {@code records} or {@code social}
 * @param partner for {@code records}, the partner that may send them and see the score
 * @param version 1 for the first, one more for each change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Consent(
        String member, String purpose, @Nullable String partner, boolean granted, long version, Instant at) {}
