package dev.standing.manifests.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the extensions of Quarkus, of the version that is built with, say of their settings. */
final class QuarkusSettings {
    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    private static final Map<String, String> TYPES = Map.of(
            "int", "integer",
            "java.lang.Integer", "integer",
            "boolean", "boolean",
            "java.time.Duration", "duration");

    private QuarkusSettings() {}

    /** Those that can be set when a service starts, by name. */
    static Map<String, Setting> atRunTime() {
        Map<String, Setting> settings = new HashMap<>();
        for (JsonNode model : models()) {
            for (JsonNode root : model.path("configRoots")) {
                root.findParents("sourceElementName").forEach(item -> add(item, settings));
            }
        }
        return settings;
    }

    private static void add(JsonNode item, Map<String, Setting> settings) {
        String name = item.at("/path/property").asText();
        if (!item.path("phase").asText().equals("RUN_TIME") || name.isEmpty()) {
            return;
        }
        String type = TYPES.getOrDefault(item.path("type").asText(), "text");
        settings.put(name, new Setting(name, type, item.path("defaultValue").asText(""), ""));
    }

    private static List<JsonNode> models() {
        try {
            return Collections.list(QuarkusSettings.class.getClassLoader().getResources(MODEL)).stream()
                    .map(QuarkusSettings::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(URL url) {
        try (InputStream stream = url.openStream()) {
            return new JsonMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
