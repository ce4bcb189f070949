package dev.standing.privileges.checks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.standing.privileges.policy.Shortfall;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a partner is told. */
@Schema(name = "CheckAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckAnswer(
        @Schema(description = "Whether the member may have what was asked for")
        boolean allowed,

        @Schema(description = "The tier held now; the baseline where nothing is known", examples = "baseline")
        String tier,

        @Schema(description = "When the tier ends, where an end is announced") @Nullable
        Instant until,

        @Schema(description = "The greatest cause first") List<Reason> reasons,

        @Schema(description = "What is lacking for the next tier, where that can be told") @Nullable
        Distance distance,

        @Schema(description = "For a perk with limits: the most that would be allowed") @Nullable
        Limit limit) {

    /** A coded cause. */
    @Schema(name = "Reason")
    record Reason(
            @Schema(examples = "below-threshold") String code,

            @Schema(examples = "score is 613, 37 points below 650")
            String text) {}

    /** How far away a tier is. */
    @Schema(name = "Distance")
    record Distance(@Schema(examples = "no-deposit") String tier, List<Shortfall> needs) {}

    /** The most that the tier held allows over the term asked for. */
    @Schema(name = "Limit")
    record Limit(
            @Schema(examples = "100000") long maxAmountMinor,
            @Schema(examples = "USD") String currency,
            @Schema(examples = "12") int termMonths) {}
}
