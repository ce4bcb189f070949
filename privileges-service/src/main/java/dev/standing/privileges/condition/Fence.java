package dev.standing.privileges.condition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The purpose fence of one perk: the inputs it may use, and no others. Only these are declared to the compiler of
 * conditions, so that a condition cannot look over it. Where {@code score} is outside, {@code band} is the band of the
 * base, so that influence does not come in through the band. Credit is fenced by what it is: whatever a policy says, friends'
 * influence is outside.
 */
public final class Fence {
    private final Map<String, Variable> variables = new LinkedHashMap<>();

    public Fence(Collection<String> uses, Collection<String> dimensions) {
        boolean seesScore = uses.contains("score");
        for (String use : uses) {
            Variable variable = variable(use, seesScore, dimensions);
            if (variable == null) {
                throw new IllegalArgumentException(use);
            }
            variables.put(use, variable);
        }
    }

    /** The input of that name, or null where there is none. */
    public static @Nullable Variable variable(String name, boolean seesScore, Collection<String> dimensions) {
        return switch (name) {
            case "score" -> new Variable.Score();
            case "base" -> new Variable.Base();
            case "band" -> new Variable.BandRank(!seesScore);
            case Variable.TenureDays.NAME -> new Variable.TenureDays();
            default ->
                name.startsWith(Variable.Dimension.PREFIX)
                                && dimensions.contains(name.substring(Variable.Dimension.PREFIX.length()))
                        ? new Variable.Dimension(name.substring(Variable.Dimension.PREFIX.length()))
                        : null;
        };
    }

    /** Every name that {@code uses} could hold. Band is of the base where score is not beside it, and so it always is for credit. */
    public static List<String> allowed(boolean credit, Collection<String> dimensions) {
        List<String> names = new ArrayList<>(credit ? List.of() : List.of("score"));
        names.addAll(List.of("base", "band", Variable.TenureDays.NAME));
        dimensions.forEach(dimension -> names.add(Variable.Dimension.PREFIX + dimension));
        return names;
    }

    Map<String, Variable> variables() {
        return variables;
    }
}
