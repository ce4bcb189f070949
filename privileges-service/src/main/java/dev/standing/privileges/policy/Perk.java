package dev.standing.privileges.policy;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that partners offer, in tiers from the baseline up.
 *
 * @param index its place in the policy
 * @param credit whether it is credit, which is decided by what members did themselves alone
 * @param uses the inputs within its purpose fence
 * @param grace how long a tier is kept after it ceased to be earned
 * @param limits where the perk lends money, which is always credit; null where it does not
 */
public record Perk(
        int index,
        String name,
        String title,
        @Nullable String text,
        boolean credit,
        List<String> uses,
        Duration grace,
        List<Benefit> benefits,
        @Nullable Limits limits,
        List<Tier> tiers) {

    /** The place of the tier that everybody has. */
    public static final int BASELINE = 0;

    public Perk {
        uses = List.copyOf(uses);
        benefits = List.copyOf(benefits);
        tiers = List.copyOf(tiers);
    }

    public Tier tier(int tier) {
        return tiers.get(tier);
    }

    /** The place of the tier of that name, or -1. */
    public int tierIndex(String tier) {
        for (int i = 0; i < tiers.size(); i++) {
            if (tiers.get(i).name().equals(tier)) {
                return i;
            }
        }
        return -1;
    }

    public int topTier() {
        return tiers.size() - 1;
    }
}
