package dev.standing.privileges.policy;

import dev.standing.contracts.score.Scale;
import dev.standing.privileges.condition.Condition;
import dev.standing.privileges.condition.ConditionCompiler;
import dev.standing.privileges.condition.Fence;
import dev.standing.privileges.condition.Threshold;
import dev.standing.privileges.condition.Variable;
import dev.standing.privileges.policy.PerkPolicyDocument.BenefitEntry;
import dev.standing.privileges.policy.PerkPolicyDocument.PerkEntry;
import dev.standing.privileges.policy.PerkPolicyDocument.TierEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One perk of a document: its fence, its tiers from the baseline up, and the comparison of each with the one beneath. */
final class PerkReader {
    private static final int MAX_TIERS = 16;
    private static final int MAX_BENEFITS = 16;

    private final Refusals refusals;
    private final String path;
    private final PerkEntry entry;
    private final List<String> dimensions;
    private final Requirements requirements;

    PerkReader(Refusals refusals, String path, PerkEntry entry, List<String> dimensions, Requirements requirements) {
        this.refusals = refusals;
        this.path = path;
        this.entry = entry;
        this.dimensions = dimensions;
        this.requirements = requirements;
    }

    Perk perk(int index, Duration grace) {
        String name = refusals.name(path + ".name", entry.name());
        String title = refusals.text(path + ".title", entry.title());
        if (entry.text() != null) {
            refusals.text(path + ".text", entry.text());
        }
        boolean credit = credit();
        List<String> uses = uses(credit);
        List<Benefit> benefits = benefits();
        LimitsReader limits = LimitsReader.of(refusals, path, entry.limits());
        if (benefits.isEmpty() && limits == null) {
            throw refusals.refuse(path + ".benefits", "has no entries; allowed: 1 to " + MAX_BENEFITS + ", or limits");
        }
        ConditionCompiler compiler = new ConditionCompiler(new Fence(uses, dimensions));
        List<TierEntry> entries = refusals.list(path + ".tiers", entry.tiers(), 1, MAX_TIERS);
        refusals.distinct(path + ".tiers", entries, TierEntry::name);
        List<Tier> tiers = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            tiers.add(tier(i, entries.get(i), compiler, benefits, limits, i == 0 ? null : tiers.get(i - 1)));
        }
        return new Perk(
                index,
                name,
                title,
                entry.text(),
                credit,
                uses,
                grace,
                benefits,
                limits == null ? null : limits.limits(),
                tiers);
    }

    /** Asked of every perk: one that forgot to say so would let friends decide who borrows. */
    private boolean credit() {
        String at = path + ".credit";
        if (entry.credit() == null) {
            throw refusals.refuse(at, "credit is missing; allowed: true where somebody is lent to, false otherwise");
        }
        if (entry.limits() != null && !entry.credit()) {
            throw refusals.refuse(at, "credit is false, but limits say what is lent; allowed: true");
        }
        return entry.credit();
    }

    private List<String> uses(boolean credit) {
        List<String> allowed = Fence.allowed(credit, dimensions);
        List<String> uses = refusals.list(path + ".uses", entry.uses(), 0, MAX_BENEFITS);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < uses.size(); i++) {
            String at = path + ".uses[" + i + "]";
            if (!allowed.contains(uses.get(i))) {
                boolean known = Fence.variable(uses.get(i), true, dimensions) != null;
                throw refusals.refuse(
                        at,
                        (known ? "credit may not use '" : "unknown input '") + uses.get(i) + "'"
                                + (known ? ", which friends move" : "") + "; allowed: " + allowed);
            }
            if (!seen.add(uses.get(i))) {
                throw refusals.refuse(at, "input '" + uses.get(i) + "' is named twice; allowed: once");
            }
        }
        if (seen.contains("band") && !seen.contains("score") && !seen.contains("base")) {
            throw refusals.refuse(
                    path + ".uses",
                    "names band alone; allowed: " + (credit ? "" : "score or ")
                            + "base beside it, to say whose band it is");
        }
        return uses;
    }

    private List<Benefit> benefits() {
        Map<String, BenefitEntry> entries = entry.benefits() == null ? Map.of() : entry.benefits();
        List<Benefit> benefits = new ArrayList<>(entries.size());
        for (Map.Entry<String, BenefitEntry> named : entries.entrySet()) {
            String at = path + ".benefits." + named.getKey();
            refusals.identifier(at, named.getKey());
            BenefitEntry benefit = named.getValue();
            if (benefit == null || benefit.better() == null) {
                throw refusals.refuse(at, "does not say which way is better; allowed: better: more, or better: less");
            }
            benefits.add(new Benefit(named.getKey(), refusals.text(at + ".unit", benefit.unit()), benefit.better()));
        }
        if (benefits.size() > MAX_BENEFITS) {
            throw refusals.refuse(
                    path + ".benefits", "has " + benefits.size() + " entries; allowed: 1 to " + MAX_BENEFITS);
        }
        return benefits;
    }

    private Tier tier(
            int index,
            TierEntry tier,
            ConditionCompiler compiler,
            List<Benefit> benefits,
            @Nullable LimitsReader limits,
            @Nullable Tier beneath) {
        String at = path + ".tiers[" + index + "]";
        if (tier.text() != null) {
            refusals.text(at + ".text", tier.text());
        }
        List<Requirement> requires = requirements.of(at, tier);
        requirePlaceOfBaseline(index, tier, at, requires);
        return new Tier(
                refusals.name(at + ".name", tier.name()),
                tier.text(),
                tier.when() == null ? null : condition(at + ".when", tier.when(), compiler),
                numbers(at, tier.benefits() == null ? Map.of() : tier.benefits(), benefits, beneath),
                requires,
                limits == null ? noLimits(at, tier) : limits.of(at, tier.limits(), beneath));
    }

    private void requirePlaceOfBaseline(int index, TierEntry tier, String at, List<Requirement> requires) {
        boolean conditional = tier.when() != null || !requires.isEmpty();
        if (index == Perk.BASELINE && conditional) {
            throw refusals.refuse(
                    at,
                    "baseline is missing: the first tier has a condition; allowed: a first tier that everybody has");
        }
        if (index != Perk.BASELINE && !conditional) {
            throw refusals.refuse(at, "tier has no condition; allowed: when, requires, or both, above the baseline");
        }
    }

    private Condition condition(String at, String when, ConditionCompiler compiler) {
        try {
            Condition condition = compiler.compile(when);
            for (Threshold threshold : condition.thresholds() == null ? List.<Threshold>of() : condition.thresholds()) {
                requireOnScale(at, threshold);
            }
            return condition;
        } catch (ConditionCompiler.Refused e) {
            throw refusals.refuse(at, "condition '" + when + "': " + e.getMessage());
        }
    }

    private void requireOnScale(String at, Threshold threshold) {
        boolean points =
                threshold.variable() instanceof Variable.Score || threshold.variable() instanceof Variable.Base;
        if (points && (threshold.atLeast() <= Scale.LEAST || threshold.atLeast() > Scale.GREATEST)) {
            throw refusals.refuse(
                    at,
                    "threshold " + threshold.atLeast() + " is met by everybody or by nobody; allowed: "
                            + (Scale.LEAST + 1) + " to " + Scale.GREATEST);
        }
    }

    private long[] numbers(String at, Map<String, Long> stated, List<Benefit> benefits, @Nullable Tier beneath) {
        long[] numbers = new long[benefits.size()];
        Set<String> unknown = new HashSet<>(stated.keySet());
        for (int i = 0; i < numbers.length; i++) {
            Benefit benefit = benefits.get(i);
            unknown.remove(benefit.name());
            String place = at + ".benefits." + benefit.name();
            Long number = stated.get(benefit.name());
            if (beneath != null) {
                numbers[i] = number == null ? beneath.benefit(i) : number;
                requireNotWorse(place, benefit, numbers[i], beneath.benefit(i), beneath.name());
            } else if (number != null) {
                numbers[i] = number;
            } else {
                throw refusals.refuse(
                        place, "baseline does not state '" + benefit.name() + "'; allowed: a whole number");
            }
        }
        if (!unknown.isEmpty()) {
            throw refusals.refuse(
                    at + ".benefits",
                    "unknown benefit " + unknown + "; allowed: "
                            + benefits.stream().map(Benefit::name).toList());
        }
        return numbers;
    }

    private void requireNotWorse(String place, Benefit benefit, long value, long beneath, String tierBeneath) {
        if (!benefit.better().atLeastAsGood(value, beneath)) {
            throw refusals.refuse(
                    place,
                    benefit.name() + " is " + value + ", worse than " + beneath + " of tier '" + tierBeneath
                            + "' beneath, so that somebody would have less than the baseline, or lose by rising; allowed: "
                            + beneath + " or " + (benefit.better() == Direction.MORE ? "more" : "less"));
        }
    }

    private List<TermLimit> noLimits(String at, TierEntry tier) {
        if (tier.limits() != null) {
            throw refusals.refuse(at + ".limits", "the perk declares no limits; allowed: none");
        }
        return List.of();
    }
}
