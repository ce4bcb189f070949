package dev.standing.privileges.policy;

import dev.standing.privileges.condition.Facts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way to a tier.
 *
 * @param needs what is lacking, the greatest lack first; null where it cannot be told
 */
public record Progress(Tier tier, @Nullable List<Shortfall> needs) {

    /** The way from {@code held} to what comes next, or to keeping what is about to end; null at the top. */
    public static @Nullable Progress next(PerkPolicy policy, Perk perk, int held, boolean ending, Facts facts) {
        int wanted = ending ? held : held + 1;
        return wanted > perk.topTier() ? null : to(policy, perk, wanted, facts);
    }

    /** The way to a tier. */
    public static Progress to(PerkPolicy policy, Perk perk, int wanted, Facts facts) {
        return new Progress(perk.tier(wanted), policy.distance(perk, wanted, facts));
    }
}
