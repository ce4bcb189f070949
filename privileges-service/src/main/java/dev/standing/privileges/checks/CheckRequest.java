package dev.standing.privileges.checks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.standing.contracts.identity.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a partner asks. */
@Schema(
        name = "Check",
        examples =
                "{\"member\":\"m-1\",\"perk\":\"personal-loan\",\"context\":{\"amountMinor\":150000,\"currency\":\"USD\",\"termMonths\":12}}")
public record CheckRequest(
        @Schema(required = true, pattern = Ids.PATTERN, examples = "m-1") @Nullable
        String member,

        @Schema(required = true, examples = "personal-loan") @Nullable
        String perk,

        @Nullable Context context) {

    static final CheckRequest EMPTY = new CheckRequest(null, null, null);

    /** What the perk is wanted for. */
    @Schema(name = "CheckContext")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Context(
            @Schema(
                    description = "The tier that is wanted; without it, any above the baseline",
                    examples = "no-deposit")
            @Nullable
            String tier,

            @Schema(
                    description = "For a perk with limits, required: in minor units of the currency",
                    examples = "150000")
            @Nullable
            Long amountMinor,

            @Schema(description = "For a perk with limits, required: a code of ISO 4217", examples = "USD") @Nullable
            String currency,

            @Schema(description = "For a perk with limits, required", examples = "12") @Nullable
            Integer termMonths) {

        static final Context EMPTY = new Context(null, null, null, null);
    }
}
