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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Metrics as rows of a table: name, kind, labels, which services tell it, and what it means. */
final class MetricsTable {
    private static final Path FILE = Repository.root().resolve("deploy/operating/metrics.md");
    private static final Pattern HELP = Pattern.compile("# HELP (\\S+) ?(.*)");
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");

    /** On everything of ours, or said by the kind. */
    private static final Set<String> UNSAID = Set.of("application", "le");

    private MetricsTable() {}

    /** The rows of the document; how to add up over processes is what only a person can say, and is left out. */
    static List<String> written() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> line.startsWith("| `"))
                    .map(line -> line.replaceFirst(" [^|]* \\|([^|]*)\\|$", "$1|"))
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
            Map<String, Set<String>> labels = labels(text);
            text.lines().forEach(line -> {
                Matcher saysHelp = HELP.matcher(line);
                Matcher saysType = TYPE.matcher(line);
                if (saysHelp.matches()) {
                    help.put(saysHelp.group(1), saysHelp.group(2));
                } else if (saysType.matches()) {
                    String name = saysType.group(1);
                    if (isWanted(name, wanted)) {
                        rows.computeIfAbsent(name, new_ -> new Row(name, saysType.group(2), help.getOrDefault(name, "")))
                                .on(service, labels.getOrDefault(name, Set.of()));
                    }
                }
            });
        });
        return rows.values().stream().map(Row::toString).toList();
    }

    /** The largest of late is said of each time and size by itself, and is no part of the table. */
    private static boolean isWanted(String name, Predicate<String> wanted) {
        return !name.endsWith("_max")
                && (wanted.test(name) || wanted.test(name + "_count") || wanted.test(name + "_bucket"));
    }

    private static Map<String, Set<String>> labels(String text) {
        Map<String, Set<String>> labels = new HashMap<>();
        for (Sample sample : Sample.read(text)) {
            String family = sample.metric().replaceFirst("_(bucket|count|sum)$", "");
            labels.computeIfAbsent(family, new_ -> new TreeSet<>())
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
                                    : labels.stream().map(label -> "`" + label + "`").collect(Collectors.joining(", ")),
                            String.join(", ", services),
                            help);
        }
    }
}
