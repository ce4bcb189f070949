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
    private static final JsonMapper JSON = new JsonMapper();

    private Monitoring() {}

    /** A query, and where it stands. */
    record Query(String where, String expression) {}

    static List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        rules().forEach(rule ->
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
    static List<JsonNode> rules() {
        List<JsonNode> rules = new ArrayList<>();
        rulesFile().path("spec").path("groups").forEach(group -> group.path("rules")
                .forEach(rules::add));
        return rules;
    }

    static List<JsonNode> alerts() {
        return rules().stream().filter(rule -> rule.has("alert")).toList();
    }

    static List<String> recorded() {
        return rules().stream()
                .filter(rule -> rule.has("record"))
                .map(Monitoring::name)
                .toList();
    }

    static String name(JsonNode rule) {
        return rule.path(rule.has("alert") ? "alert" : "record").asText();
    }

    /** The resource of the cluster, which wraps what Prometheus reads. */
    static JsonNode rulesFile() {
        return yaml(FOLDER.resolve("standing-rules.yaml"));
    }

    static JsonNode yaml(Path file) {
        try {
            return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
