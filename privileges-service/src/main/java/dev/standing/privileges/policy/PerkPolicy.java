package dev.standing.privileges.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.privileges.condition.Condition;
import dev.standing.privileges.condition.Facts;
import dev.standing.privileges.condition.Threshold;
import dev.standing.privileges.condition.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A perk policy that was read, checked and compiled. Immutable and thread-safe.
 *
 * <p><b>Nobody gets less than the baseline</b>, whatever the inputs. Let a perk have tiers 0..n, 0 the baseline.
 *
 * <ol>
 *   <li>{@link #earned} answers the highest tier whose condition and requirements hold, else 0. Conditions are total:
 *       whatever cannot be evaluated does not hold. So the answer is always one of 0..n.
 *   <li>At load every benefit of every tier is compared with the tier beneath, in the benefit's own direction, and a tier
 *       that is worse in any of them is refused; likewise the most that may be lent, at every term. "At least as good as"
 *       is transitive, so by induction each tier is at least as good as tier 0 in everything that the policy says.
 *   <li>A privilege is a tier of 0..n, and never below the tier that is earned.
 * </ol>
 *
 * So no input yields less than tier 0; a document for which step 2 fails is refused, and the service does not start.
 */
public final class PerkPolicy {
    private final String name;
    private final int version;
    private final List<Perk> perks;
    private final int[] requiredFirst;
    private final Map<String, Perk> byName = new HashMap<>();
    private final Set<String> dimensions;
    private final JsonNode document;

    PerkPolicy(
            String name,
            int version,
            List<Perk> perks,
            int[] requiredFirst,
            Set<String> dimensions,
            JsonNode document) {
        this.name = name;
        this.version = version;
        this.perks = List.copyOf(perks);
        this.requiredFirst = requiredFirst.clone();
        this.dimensions = Set.copyOf(dimensions);
        this.document = document;
        perks.forEach(perk -> byName.put(perk.name(), perk));
    }

    public String name() {
        return name;
    }

    public int version() {
        return version;
    }

    public List<Perk> perks() {
        return perks;
    }

    public @Nullable Perk perk(String perk) {
        return byName.get(perk);
    }

    /** The dimensions that any perk uses; no others need be kept. */
    public Set<String> dimensions() {
        return dimensions;
    }

    /** The policy as it was written, whole. */
    public JsonNode document() {
        return document.deepCopy();
    }

    /** The tier that these facts earn in each perk, by the perk's index. */
    public int[] earned(Facts facts) {
        int[] earned = new int[perks.size()];
        for (int perk : requiredFirst) {
            List<Tier> tiers = perks.get(perk).tiers();
            int tier = tiers.size() - 1;
            while (tier > Perk.BASELINE && !holds(tiers.get(tier), facts, earned)) {
                tier--;
            }
            earned[perk] = tier;
        }
        return earned;
    }

    private static boolean holds(Tier tier, Facts facts, int[] earned) {
        Condition condition = tier.condition();
        if (condition != null && !condition.holds(facts)) {
            return false;
        }
        for (Requirement requirement : tier.requires()) {
            if (earned[requirement.perk()] < requirement.tier()) {
                return false;
            }
        }
        return true;
    }

    /**
     * What these facts lack for a tier, the greatest share of what is needed first; empty where nothing is lacking. Facts raised by all of it
     * earn the tier.
     *
     * @return null where a condition is no conjunction of thresholds, so that the distance cannot be told
     */
    public @Nullable List<Shortfall> distance(Perk perk, int tier, Facts facts) {
        Map<String, Threshold> lacking = new LinkedHashMap<>();
        if (!collect(perk.index(), tier, facts, earned(facts), lacking)) {
            return null;
        }
        List<Shortfall> shortfalls = new ArrayList<>(lacking.size());
        lacking.values().stream()
                .sorted(Comparator.comparingDouble((Threshold threshold) -> shareLacking(threshold, facts))
                        .reversed())
                .forEach(threshold -> shortfalls.add(Shortfall.of(threshold, facts)));
        return shortfalls;
    }

    /** Of what is needed: points, days and bands have no other measure in common. */
    private static double shareLacking(Threshold threshold, Facts facts) {
        return (threshold.atLeast() - threshold.variable().of(facts))
                / (double) Math.max(1, Math.abs(threshold.atLeast()));
    }

    private boolean collect(int perk, int tier, Facts facts, int[] earned, Map<String, Threshold> into) {
        if (earned[perk] >= tier) {
            return true;
        }
        Tier wanted = perks.get(perk).tier(tier);
        Condition condition = wanted.condition();
        List<Threshold> thresholds = condition == null ? List.of() : condition.thresholds();
        if (thresholds == null) {
            return false;
        }
        for (Threshold threshold : thresholds) {
            if (threshold.variable().of(facts) == Variable.ABSENT) {
                return false;
            }
            if (!threshold.reachedBy(facts)) {
                into.merge(
                        threshold.variable().name() + threshold.variable(),
                        threshold,
                        (one, other) -> one.atLeast() >= other.atLeast() ? one : other);
            }
        }
        for (Requirement requirement : wanted.requires()) {
            if (!collect(requirement.perk(), requirement.tier(), facts, earned, into)) {
                return false;
            }
        }
        return true;
    }
}
