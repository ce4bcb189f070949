package dev.standing.acceptance.operating;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.standing.stack.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The dashboards and the rules as they are delivered. */
final class Monitoring {
    private static final Path FOLDER = Repository.root().resolve("deploy/kubernetes/monitoring");

    /** The resources of the cluster that wrap what Prometheus reads: of what the suite tells, and of what the operator of its PostgreSQL does. */
    private static final Path OF_SUITE = FOLDER.resolve("standing-rules.yaml");

    private static final Path OF_DATABASE =
            Repository.root().resolve("deploy/kubernetes/overlays/production/database-rules.yaml");
    private static final JsonMapper JSON = new JsonMapper();

    private Monitoring() {}

    /** A query, and where it stands. */
    record Query(String where, String expression) {}

    /** All that is asked of the suite; a suite without a cluster has no operator to tell of its PostgreSQL. */
    static List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        rules(OF_SUITE)
                .forEach(rule ->
                        queries.add(new Query(name(rule), rule.path("expr").asText())));
        for (Path file : dashboards()) {
            String name = file.getFileName().toString();
            for (JsonNode panel : read(file).path("panels")) {
                panel.path("targets")
                        .forEach(target -> queries.add(new Query(
                                name + ": " + panel.path("title").asText(),
                                target.path("expr").asText())));
            }
        }
        return queries;
    }

    static List<Path> dashboards() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("dashboards"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(Path json) {
        try {
            return JSON.readTree(json.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Alerts and what is recorded for them. */
    private static List<JsonNode> rules(Path file) {
        List<JsonNode> rules = new ArrayList<>();
        yaml(file).path("spec").path("groups").forEach(group -> group.path("rules")
                .forEach(rules::add));
        return rules;
    }

    static List<JsonNode> alerts() {
        return rulesFiles().stream()
                .flatMap(file -> rules(file).stream())
                .filter(rule -> rule.has("alert"))
                .toList();
    }

    static List<String> recorded() {
        return rules(OF_SUITE).stream()
                .filter(rule -> rule.has("record"))
                .map(Monitoring::name)
                .toList();
    }

    static String name(JsonNode rule) {
        return rule.path(rule.has("alert") ? "alert" : "record").asText();
    }

    static List<Path> rulesFiles() {
        return List.of(OF_SUITE, OF_DATABASE);
    }

    static JsonNode yaml(Path file) {
        try {
            return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
