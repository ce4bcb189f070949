package dev.standing.privileges.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.standing.privileges.checks.Basis;
import dev.standing.privileges.checks.CheckAnswer;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A decision as it is shown: not what the member's score was, but which one it was. */
@Schema(name = "Decision")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionView(
        UUID id,
        Instant at,
        @Schema(examples = "acme") String partner,
        @Schema(examples = "m-1") String member,
        @Schema(examples = "personal-loan") String perk,
        AskedFor context,

        @Schema(description = "As it was answered, to the byte", implementation = CheckAnswer.class) @JsonRawValue
        String answer,

        PolicyVersion policy,

        @Schema(description = "Absent where none was looked at") @Nullable
        ScoreVersion score) {

    /** What it was asked in. */
    @Schema(name = "AskedFor")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AskedFor(
            @Schema(examples = "good") @Nullable String tier,
            @Schema(examples = "150000") @Nullable Long amountMinor,

            @Schema(description = "Of the amount", examples = "USD") @Nullable
            String currency,

            @Schema(examples = "12") @Nullable Integer termMonths) {
        static AskedFor of(Decision decision) {
            return new AskedFor(
                    decision.wantedTier(), decision.amountMinor(), decision.currency(), decision.termMonths());
        }
    }

    /** The perk policy that decided. */
    @Schema(name = "PolicyVersion")
    record PolicyVersion(
            @Schema(examples = "community") String name,
            @Schema(examples = "1") int version,

            @Schema(description = "SHA-256 of what the document says")
            String fingerprint) {}

    /** The score that was looked at. */
    @Schema(name = "ScoreVersion")
    record ScoreVersion(
            @Schema(description = "Which of the member's published scores", examples = "3")
            long sequence,

            @Schema(examples = "community/1") String scorecard,
            @Schema(description = "When it was computed") Instant asOf) {}

    static DecisionView of(Decision decision, Basis.@Nullable Known known) {
        return new DecisionView(
                decision.id(),
                decision.at(),
                decision.partner(),
                decision.member(),
                decision.perk(),
                AskedFor.of(decision),
                decision.answer(),
                new PolicyVersion(
                        decision.policy().name(),
                        decision.policy().version(),
                        decision.policy().fingerprint()),
                known == null
                        ? null
                        : new ScoreVersion(
                                known.sequence(),
                                known.source().scorecard(),
                                known.source().asOf()));
    }
}
