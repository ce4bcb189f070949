package dev.standing.privileges.policy;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A perk policy as it is written. Fields that may be left out are nullable; {@link PerkPolicyReader} says what is allowed.
 *
 * @param grace how long a tier is kept after its condition ceased to hold; a perk may say otherwise
 * @param dimensions the dimensions of the scorecard that perks may put into their {@code uses}
 */
@RegisterForReflection
record PerkPolicyDocument(
        @Nullable String name,
        int version,
        @Nullable Duration grace,
        @Nullable List<String> dimensions,
        @Nullable List<PerkEntry> perks) {

    /** @param credit whether somebody is trusted with money or time to pay, so that friends must not count; never left out */
    record PerkEntry(
            @Nullable String name,
            @Nullable String title,
            @Nullable String text,
            @Nullable Boolean credit,
            @Nullable List<String> uses,
            @Nullable Duration grace,
            @Nullable Map<String, BenefitEntry> benefits,
            @Nullable LimitsEntry limits,
            @Nullable List<TierEntry> tiers) {}

    record BenefitEntry(@Nullable String unit, @Nullable Direction better) {}

    /** The currency and the terms that each tier's limits must cover without gap or overlap. */
    record LimitsEntry(@Nullable String currency, int fromMonths, int throughMonths) {}

    record TierEntry(
            @Nullable String name,
            @Nullable String text,
            @Nullable String when,
            @Nullable Map<String, Long> benefits,
            @Nullable List<RequirementEntry> requires,
            @Nullable List<TermEntry> limits) {}

    record RequirementEntry(@Nullable String perk, @Nullable String tier) {}

    record TermEntry(int fromMonths, int throughMonths, long maxAmountMinor) {}
}
