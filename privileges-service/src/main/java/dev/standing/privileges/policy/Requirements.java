package dev.standing.privileges.policy;

import dev.standing.privileges.policy.PerkPolicyDocument.PerkEntry;
import dev.standing.privileges.policy.PerkPolicyDocument.RequirementEntry;
import dev.standing.privileges.policy.PerkPolicyDocument.TierEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which perks' tiers need which. What a perk requires must not see more than the perk itself may: else an input would come
 * over the purpose fence by way of the other perk. Perks that need each other in a circle are refused.
 */
final class Requirements {
    private enum Mark {
        OPEN,
        DONE
    }

    private final Refusals refusals;
    private final List<PerkEntry> perks;
    private final @Nullable Mark[] marks;
    private final List<Integer> order = new ArrayList<>();

    Requirements(Refusals refusals, List<PerkEntry> perks) {
        this.refusals = refusals;
        this.perks = perks;
        this.marks = new Mark[perks.size()];
    }

    /** Perks, each after all that it requires; the document's perks must have been read before. */
    int[] requiredFirst() {
        for (int i = 0; i < perks.size(); i++) {
            visit(i);
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    List<Requirement> of(String tierPath, TierEntry tier) {
        List<RequirementEntry> entries = entries(tier);
        List<Requirement> requirements = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            String path = tierPath + ".requires[" + i + "]";
            int perk = perk(path, entries.get(i));
            requirements.add(new Requirement(perk, tier(path, perk, entries.get(i))));
        }
        return requirements;
    }

    private void visit(int perk) {
        if (marks[perk] != null) {
            return;
        }
        marks[perk] = Mark.OPEN;
        List<TierEntry> tiers = tiers(perk);
        for (int t = 0; t < tiers.size(); t++) {
            List<RequirementEntry> entries = entries(tiers.get(t));
            for (int i = 0; i < entries.size(); i++) {
                String path = "perks[" + perk + "].tiers[" + t + "].requires[" + i + "]";
                int required = perk(path, entries.get(i));
                if (marks[required] == Mark.OPEN) {
                    throw refusals.refuse(
                            path,
                            "perk '" + perks.get(required).name() + "' requires this one in turn; allowed: no circle");
                }
                visit(required);
                requireWithinFence(path, perk, required);
            }
        }
        marks[perk] = Mark.DONE;
        order.add(perk);
    }

    private static List<RequirementEntry> entries(@Nullable TierEntry tier) {
        List<RequirementEntry> entries = tier == null ? null : tier.requires();
        return entries == null ? List.of() : entries;
    }

    private void requireWithinFence(String path, int perk, int required) {
        Set<String> beyond = new HashSet<>(uses(required));
        beyond.removeAll(uses(perk));
        if (!beyond.isEmpty()) {
            throw refusals.refuse(
                    path,
                    "perk '" + perks.get(required).name() + "' uses " + beyond + ", which this perk does not; allowed: "
                            + uses(perk) + ". Maybe the purpose of this perk is narrower than that one's");
        }
        // The band of a base and the band of a score are two things under one name.
        if (uses(perk).contains("band")
                && uses(perk).contains("score") != uses(required).contains("score")) {
            if (uses(required).contains("band")) {
                throw refusals.refuse(
                        path, "one perk's band is of the score, the other's of the base; allowed: the same");
            }
        }
    }

    private int perk(String path, @Nullable RequirementEntry entry) {
        for (int i = 0; entry != null && i < perks.size(); i++) {
            if (Objects.equals(perks.get(i).name(), entry.perk())) {
                return i;
            }
        }
        throw refusals.refuse(
                path,
                "unknown perk '" + (entry == null ? "" : entry.perk()) + "'; allowed: "
                        + perks.stream().map(PerkEntry::name).toList());
    }

    private int tier(String path, int perk, RequirementEntry entry) {
        List<TierEntry> tiers = tiers(perk);
        for (int t = 1; t < tiers.size(); t++) {
            if (Objects.equals(tiers.get(t).name(), entry.tier())) {
                return t;
            }
        }
        throw refusals.refuse(
                path,
                "tier '" + entry.tier() + "' of perk '" + entry.perk()
                        + "' is unknown or its baseline; allowed: a tier above the baseline");
    }

    private List<TierEntry> tiers(int perk) {
        List<TierEntry> tiers = perks.get(perk).tiers();
        return tiers == null ? List.of() : tiers;
    }

    private Set<String> uses(int perk) {
        List<String> uses = perks.get(perk).uses();
        return uses == null ? Set.of() : new HashSet<>(uses);
    }
}
