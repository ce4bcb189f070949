package dev.standing.privileges.members;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.standing.privileges.policy.Shortfall;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one member holds. */
@Schema(name = "Privileges")
record MemberView(
        @Schema(examples = "m-1") String member,

        @Schema(description = "One for each perk of the catalogue")
        List<PrivilegeView> privileges) {

    /** A tier that is held. */
    @Schema(name = "Privilege")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record PrivilegeView(
            @Schema(examples = "bandwidth") String perk,
            @Schema(examples = "Broadband speed") String title,
            @Schema(examples = "fast") String tier,

            @Schema(description = "Absent for a baseline that was never left", examples = "2026-11-01T10:00:02Z")
            @Nullable
            Instant since,

            @Schema(description = "When it ends, where an end is announced", examples = "2026-11-15T10:00:02Z")
            @Nullable
            Instant until,

            @Schema(description = "The tier held after the end, where one is announced", examples = "baseline")
            @Nullable
            String then,

            @Schema(
                    description =
                            "Until when at the longest a dispute of the member keeps that end back. Absent where none does, and for"
                                    + " partners",
                    examples = "2026-12-15T10:00:02Z")
            @Nullable
            Instant heldBackUntil,

            WhyView why,

            @Schema(examples = "{\"downMbps\":200,\"upMbps\":50}")
            Map<String, Long> benefits,

            @Schema(description = "The way to the next tier, or to keeping this one where its end is announced")
            @Nullable
            NextView next) {}

    /** A coded cause. */
    @Schema(name = "Why")
    record WhyView(@Schema(examples = "conditions-met") String code, String text) {}

    /** What is lacking for a tier; without needs where that cannot be told. */
    @Schema(name = "NextTier")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NextView(
            @Schema(examples = "fastest") String tier,
            @Nullable List<Shortfall> needs) {}
}
