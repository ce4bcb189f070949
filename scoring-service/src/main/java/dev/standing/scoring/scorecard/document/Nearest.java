package dev.standing.scoring.scorecard.document;

import java.util.Collection;
import java.util.stream.Collectors;

/** What is allowed, for an error about a name. */
final class Nearest {
    private Nearest() {}

    static String of(String name, Collection<String> known) {
        String all = known.stream().sorted().collect(Collectors.joining(", "));
        return known.stream()
                .filter(candidate -> candidate.length() > 2 && (candidate.contains(name) || name.contains(candidate)))
                .sorted()
                .findFirst()
                .map(candidate -> all + ". Maybe '" + candidate + "' is meant")
                .orElse(all);
    }
}
