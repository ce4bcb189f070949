package dev.standing.scoring.scorecard;

import dev.standing.scoring.activity.SeriesKey;
import java.util.HashSet;
import java.util.Set;

/**
 * Which activity a measure looks at.
 *
 * @param kinds kinds of the behaviour catalogue; empty for all
 * @param categoryGroups groups of merchant categories; empty for all
 */
public record Selector(Set<String> kinds, Set<String> categoryGroups) {
    /** Everything. */
    public static final Selector ALL = new Selector(Set.of(), Set.of());

    public Selector {
        kinds = Set.copyOf(kinds);
        categoryGroups = Set.copyOf(categoryGroups);
    }

    /** What at least one of the two matches, and maybe more: kinds of one with groups of the other. */
    Selector or(Selector other) {
        return new Selector(either(kinds, other.kinds), either(categoryGroups, other.categoryGroups));
    }

    /** Of sets that stand for all where they are empty. */
    private static Set<String> either(Set<String> some, Set<String> others) {
        Set<String> both = new HashSet<>();
        if (!some.isEmpty() && !others.isEmpty()) {
            both.addAll(some);
            both.addAll(others);
        }
        return both;
    }

    boolean matches(SeriesKey key) {
        return (kinds.isEmpty() || kinds.contains(key.kind()))
                && (categoryGroups.isEmpty() || categoryGroups.contains(key.categoryGroup()));
    }
}
