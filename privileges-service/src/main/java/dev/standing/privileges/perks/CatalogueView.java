package dev.standing.privileges.perks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.standing.privileges.policy.Benefit;
import dev.standing.privileges.policy.Limits;
import dev.standing.privileges.policy.Perk;
import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.privileges.policy.TermLimit;
import dev.standing.privileges.policy.Tier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The whole catalogue: what there is, what it takes, and what everybody has. */
@Schema(name = "Catalogue")
record CatalogueView(
        @Schema(examples = "community") String name,
        @Schema(examples = "1") int version,
        List<PerkView> perks) {

    static CatalogueView of(PerkPolicy policy) {
        return new CatalogueView(
                policy.name(),
                policy.version(),
                policy.perks().stream().map(perk -> PerkView.of(policy, perk)).toList());
    }

    /** A perk with its rules. */
    @Schema(name = "Perk")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PerkView(
            @Schema(examples = "bandwidth") String name,
            @Schema(examples = "Broadband speed") String title,
            @Nullable String text,

            @Schema(
                    description = "Whether somebody is lent to: what friends add never counts there",
                    examples = "false")
            boolean credit,

            @Schema(description = "The inputs that its conditions may use, and no others", examples = "[\"score\"]")
            List<String> uses,

            @Schema(description = "How long a tier is kept after its conditions are no longer met", examples = "PT336H")
            String grace,

            @Schema(description = "The tier that everybody has, whatever their score", examples = "baseline")
            String baseline,

            List<Benefit> benefits,
            @Nullable Limits limits,
            @Schema(description = "From the baseline up") List<TierView> tiers) {

        static PerkView of(PerkPolicy policy, Perk perk) {
            return new PerkView(
                    perk.name(),
                    perk.title(),
                    perk.text(),
                    perk.credit(),
                    perk.uses(),
                    perk.grace().toString(),
                    perk.tier(Perk.BASELINE).name(),
                    perk.benefits(),
                    perk.limits(),
                    perk.tiers().stream()
                            .map(tier -> TierView.of(policy, perk, tier))
                            .toList());
        }
    }

    /** A tier: what it takes and what it gives. */
    @Schema(name = "Tier")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record TierView(
            @Schema(examples = "fast") String name,
            @Nullable String text,

            @Schema(description = "A condition in the Common Expression Language", examples = "score >= 600") @Nullable
            String when,

            List<RequirementView> requires,

            @Schema(examples = "{\"downMbps\":200,\"upMbps\":50}")
            Map<String, Long> benefits,

            List<TermLimit> limits) {

        static TierView of(PerkPolicy policy, Perk perk, Tier tier) {
            Map<String, Long> benefits = new LinkedHashMap<>();
            for (int i = 0; i < perk.benefits().size(); i++) {
                benefits.put(perk.benefits().get(i).name(), tier.benefit(i));
            }
            List<RequirementView> requires = tier.requires().stream()
                    .map(requirement -> {
                        Perk required = policy.perks().get(requirement.perk());
                        return new RequirementView(
                                required.name(),
                                required.tier(requirement.tier()).name());
                    })
                    .toList();
            return new TierView(tier.name(), tier.text(), tier.when(), requires, benefits, tier.limits());
        }
    }

    /** Another perk's tier that must be earned too. */
    @Schema(name = "RequiredTier")
    record RequirementView(
            @Schema(examples = "car-hire") String perk,
            @Schema(examples = "no-deposit") String tier) {}
}
