package dev.standing.scoring.scorecard.document;

import dev.standing.scoring.scorecard.Measure;
import dev.standing.scoring.scorecard.NamedMeasure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Puts measures after those that they refer to, and finds circles. */
final class MeasureOrder {
    private final Map<String, NamedMeasure> byName = new LinkedHashMap<>();
    private final Map<String, String> pathByName;
    private final Refusal refuse;
    private final Set<String> done = new LinkedHashSet<>();

    /**
     * Over measures by name.
     *
     * @param pathByName where each measure stands in the document
     */
    MeasureOrder(List<NamedMeasure> measures, Map<String, String> pathByName, Refusal refuse) {
        measures.forEach(measure -> byName.put(measure.name(), measure));
        this.pathByName = pathByName;
        this.refuse = refuse;
    }

    List<NamedMeasure> inOrder() {
        byName.keySet().forEach(name -> visit(name, new LinkedHashSet<>()));
        List<NamedMeasure> ordered = new ArrayList<>();
        for (String name : done) {
            ordered.add(at(name));
        }
        return ordered;
    }

    private void visit(String name, Set<String> above) {
        if (done.contains(name)) {
            return;
        }
        if (!above.add(name)) {
            throw refuse.at(pathOf(name), "is a circle: " + String.join(" > ", above) + " > " + name);
        }
        switch (at(name).measure()) {
            case Measure.Ratio(String of, String to) -> referToBoth(name, of, to, above);
            case Measure.RatioByCurrency(String of, String to) -> referToBoth(name, of, to, above);
            default -> {}
        }
        above.remove(name);
        done.add(name);
    }

    private void referToBoth(String from, String of, String to, Set<String> above) {
        refer(from, "of", of, above);
        refer(from, "to", to, above);
    }

    private void refer(String from, String field, String name, Set<String> above) {
        if (!byName.containsKey(name)) {
            throw refuse.at(
                    pathOf(from) + "." + field,
                    "is '" + name + "', which is no measure here; allowed: " + Nearest.of(name, byName.keySet()));
        }
        visit(name, above);
    }

    private NamedMeasure at(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    private String pathOf(String name) {
        return String.valueOf(pathByName.get(name));
    }
}
