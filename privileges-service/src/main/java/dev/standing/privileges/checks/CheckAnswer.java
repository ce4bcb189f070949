package dev.standing.privileges.checks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.standing.privileges.policy.Shortfall;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a partner is told. */
@Schema(name = "CheckAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record CheckAnswer(
        @Schema(
                description = "To look it up by; absent where it could not be kept",
                examples = "019ac4a8-6e3b-7d21-9c55-0f4b6f6a7b11")
        @Nullable
        UUID id,

        @Schema(description = "Whether the member may have what was asked for")
        boolean allowed,

        @Schema(description = "The tier held now; the baseline where nothing is known", examples = "baseline")
        String tier,

        @Schema(description = "When the tier ends, where an end is announced") @Nullable
        Instant until,

        @Schema(description = "The greatest cause first") List<Reason> reasons,

        @Schema(description = "Of credit that is denied: up to four, the greatest first, as a lender has to give them")
        @Nullable
        List<PrincipalReason> principalReasons,

        @Schema(description = "What is lacking for the next tier, where that can be told") @Nullable
        Distance distance,

        @Schema(description = "For a perk with limits: the most that would be allowed") @Nullable
        Limit limit) {

    /** The same, kept nowhere. */
    public CheckAnswer unkept() {
        return new CheckAnswer(null, allowed, tier, until, reasons, principalReasons, distance, limit);
    }

    /**
     * A specific cause of a denial.
     *
     * @param pointsLost by how much the base score would be higher without it; absent where it is none of the score
     */
    @Schema(name = "PrincipalReason")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record PrincipalReason(
            @Schema(examples = "PAID-LATE") String code,

            @Schema(examples = "A part of the payments due in the last two years came late or not at all.")
            String text,

            @Schema(description = "By how many points the base score would be higher without it", examples = "30")
            @Nullable
            Integer pointsLost) {}

    /** A coded cause. */
    @Schema(name = "Reason")
    @RegisterForReflection
    public record Reason(
            @Schema(examples = "below-threshold") String code,

            @Schema(examples = "score is 613, 37 points below 650")
            String text) {}

    /** How far away a tier is. */
    @Schema(name = "Distance")
    @RegisterForReflection
    public record Distance(@Schema(examples = "no-deposit") String tier, List<Shortfall> needs) {}

    /** The most that the tier held allows over the term asked for. */
    @Schema(name = "Limit")
    @RegisterForReflection
    public record Limit(
            @Schema(examples = "100000") long maxAmountMinor,
            @Schema(examples = "USD") String currency,
            @Schema(examples = "12") int termMonths) {}
}
