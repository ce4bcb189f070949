package dev.standing.acceptance.operating;

import dev.standing.stack.Repository;
import dev.standing.stack.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Metrics as rows of a table: name, kind, labels, which services tell it, and what it means. */
final class MetricsTable {
    private static final Path FILE = Repository.root().resolve("deploy/operating/metrics.md");
    private static final Pattern HELP = Pattern.compile("(?m)^# HELP (\\S+) ?(.*)$");
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");

    /** On everything of ours, or said by the kind. */
    private static final Set<String> UNSAID = Set.of("application", "le");

    private MetricsTable() {}

    /** The rows of the document; how to add up over processes is what only a person can say, and is left out. */
    static List<String> written() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> line.startsWith("| `"))
                    .map(line -> line.replaceFirst(" [^|]*\\|$", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows that the services' own words make, of metrics whose name, or any of whose series, is wanted. */
    static List<String> told(Map<Service, String> texts, Predicate<String> wanted) {
        Map<String, Row> rows = new TreeMap<>();
        texts.forEach((service, text) -> {
            Map<String, String> help = new HashMap<>();
            matches(HELP, text).forEach(line -> help.put(line.group(1), line.group(2)));
            Map<String, Set<String>> labels = labels(text);
            matches(TYPE, text).forEach(line -> {
                String family = line.group(1);
                String kind = line.group(2);
                String name = kind.equals("counter") ? family + "_total" : family;
                if (isWanted(name, wanted)) {
                    rows.computeIfAbsent(name, unknown -> new Row(name, kind, help.getOrDefault(family, "")))
                            .on(service, labels.getOrDefault(family, Set.of()));
                }
            });
        });
        return rows.values().stream().map(Row::toString).toList();
    }

    private static List<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    /** The largest of late is said of each time and size by itself, and is no part of the table. */
    private static boolean isWanted(String name, Predicate<String> wanted) {
        boolean isOurs = wanted.test(name) || wanted.test(name + "_count") || wanted.test(name + "_bucket");
        return isOurs && !(name.startsWith("standing_") && name.endsWith("_max"));
    }

    private static Map<String, Set<String>> labels(String text) {
        Map<String, Set<String>> labels = new HashMap<>();
        for (Sample sample : Sample.read(text)) {
            String family = sample.metric().replaceFirst("_(bucket|count|sum|total)$", "");
            labels.computeIfAbsent(family, unknown -> new TreeSet<>())
                    .addAll(sample.labels().keySet());
        }
        labels.values().forEach(each -> each.removeAll(UNSAID));
        return labels;
    }

    private static final class Row {
        private final String name;
        private final String kind;
        private final String help;
        private final Set<String> labels = new TreeSet<>();
        private final List<String> services = new ArrayList<>();

        Row(String name, String kind, String help) {
            this.name = name;
            this.kind = kind;
            this.help = help;
        }

        void on(Service service, Set<String> labelsThere) {
            services.add(service.key());
            labels.addAll(labelsThere);
        }

        @Override
        public String toString() {
            return "| `%s` | %s | %s | %s | %s |"
                    .formatted(
                            name,
                            kind,
                            labels.isEmpty()
                                    ? "–"
                                    : labels.stream()
                                            .map(label -> "`" + label + "`")
                                            .collect(Collectors.joining(", ")),
                            String.join(", ", services),
                            help);
        }
    }
}
