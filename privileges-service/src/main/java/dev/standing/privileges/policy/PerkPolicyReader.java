package dev.standing.privileges.policy;

import dev.standing.contracts.policy.PolicyDocument;
import dev.standing.privileges.condition.Variable;
import dev.standing.privileges.policy.PerkPolicyDocument.PerkEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Turns a document into a policy, or refuses it with the line and the path of the first thing that is wrong. See {@link
 * PerkPolicy} for what is proved here.
 */
public final class PerkPolicyReader {
    private static final int MAX_PERKS = 64;
    private static final int MAX_DIMENSIONS = 16;
    private static final Duration DEFAULT_GRACE = Duration.ofDays(14);
    private static final Duration MAX_GRACE = Duration.ofDays(366);

    private final PolicyDocument<PerkPolicyDocument> document;
    private final Refusals refusals;

    private PerkPolicyReader(PolicyDocument<PerkPolicyDocument> document) {
        this.document = document;
        this.refusals = new Refusals(document);
    }

    /**
     * Reads a policy.
     *
     * @param name how errors call the document
     * @throws dev.standing.contracts.policy.InvalidPolicy where it is refused
     */
    public static PerkPolicy read(String name, String yaml) {
        return new PerkPolicyReader(PolicyDocument.read(name, yaml, PerkPolicyDocument.class)).policy();
    }

    private PerkPolicy policy() {
        PerkPolicyDocument content = document.content();
        String name = refusals.name("name", content.name());
        refusals.range("version", content.version(), 1, Integer.MAX_VALUE);
        Duration grace = grace("grace", content.grace(), DEFAULT_GRACE);
        List<String> dimensions = dimensions(content.dimensions() == null ? List.of() : content.dimensions());
        List<PerkEntry> entries = refusals.list("perks", content.perks(), 1, MAX_PERKS);
        refusals.distinct("perks", entries, PerkEntry::name);
        Requirements requirements = new Requirements(refusals, entries);
        List<Perk> perks = new ArrayList<>(entries.size());
        Set<String> used = new TreeSet<>();
        for (int i = 0; i < entries.size(); i++) {
            String path = "perks[" + i + "]";
            PerkEntry entry = entries.get(i);
            Perk perk = new PerkReader(refusals, path, entry, dimensions, requirements)
                    .perk(i, grace(path + ".grace", entry.grace(), grace));
            perks.add(perk);
            perk.uses().stream()
                    .filter(use -> use.startsWith(Variable.Dimension.PREFIX))
                    .forEach(use -> used.add(use.substring(Variable.Dimension.PREFIX.length())));
        }
        return new PerkPolicy(name, content.version(), perks, requirements.requiredFirst(), used, document.tree());
    }

    private Duration grace(String path, @Nullable Duration stated, Duration otherwise) {
        Duration grace = stated == null ? otherwise : stated;
        if (grace.isNegative() || grace.compareTo(MAX_GRACE) > 0) {
            throw refusals.refuse(path, "grace is " + grace + "; allowed: PT0S to " + MAX_GRACE);
        }
        return grace;
    }

    private List<String> dimensions(List<String> dimensions) {
        refusals.list("dimensions", dimensions, 0, MAX_DIMENSIONS);
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < dimensions.size(); i++) {
            String path = "dimensions[" + i + "]";
            refusals.identifier(path, dimensions.get(i));
            if (seen.put(dimensions.get(i), i) != null) {
                throw refusals.refuse(path, "dimension '" + dimensions.get(i) + "' is named twice; allowed: once");
            }
        }
        return dimensions;
    }
}
