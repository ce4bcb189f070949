package dev.standing.scoring.scorecard;

import dev.standing.scoring.activity.SeriesKey;
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

    boolean matches(SeriesKey key) {
        return (kinds.isEmpty() || kinds.contains(key.kind()))
                && (categoryGroups.isEmpty() || categoryGroups.contains(key.categoryGroup()));
    }
}
