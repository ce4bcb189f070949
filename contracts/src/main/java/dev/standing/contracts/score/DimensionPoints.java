package dev.standing.contracts.score;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The points of a base score by dimension, in the order of the dimensions' names.
 *
 * @param byName whole points, by the dimension's name
 */
@RegisterForReflection
public record DimensionPoints(@JsonValue Map<String, Integer> byName) {
    @JsonCreator
    public DimensionPoints {
        byName = Collections.unmodifiableMap(new TreeMap<>(byName));
    }

    /** The names of all dimensions here. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** Only these dimensions, as far as they are here. */
    public DimensionPoints only(Collection<String> names) {
        Map<String, Integer> kept = new TreeMap<>(byName);
        kept.keySet().retainAll(names);
        return new DimensionPoints(kept);
    }
}
