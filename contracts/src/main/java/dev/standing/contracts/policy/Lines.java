package dev.standing.contracts.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** On which line each path of a YAML document begins, from 1. */
final class Lines {
    private final Map<String, Integer> lineByPath = new HashMap<>();

    /** The first word counts: a field begins where its name stands, and not its value. */
    void put(String path, Optional<Mark> mark) {
        lineByPath.putIfAbsent(path, of(mark));
    }

    /** The line of a path, or of the nearest parent that is there. */
    int of(String path) {
        String at = path;
        while (!lineByPath.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
        }
        return lineByPath.getOrDefault(at, 1);
    }

    static int of(Optional<Mark> mark) {
        return mark.map(place -> place.getLine() + 1).orElse(1);
    }
}
