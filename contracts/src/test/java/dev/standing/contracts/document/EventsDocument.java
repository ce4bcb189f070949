package dev.standing.contracts.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.GoldenEvents;
import dev.standing.contracts.event.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The AsyncAPI document, and where it and the code differ. */
record EventsDocument(JsonNode root) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();

    static EventsDocument read() throws IOException {
        return new EventsDocument(
                YAML.readTree(Path.of("asyncapi/standing.yaml").toFile()));
    }

    /** Where it does not say what the code does; empty where it does. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        compare("topics", partitions(), Topics.partitions(), findings);
        root.path("channels").forEach(channel -> addresses(channel).forEach(topic -> {
            String policy = Topics.compacted().contains(topic) ? "compact" : "delete";
            compare(
                    topic,
                    channel.at("/bindings/kafka/topicConfiguration/cleanup.policy/0")
                            .asText(),
                    policy,
                    findings);
        }));
        for (Class<?> event : Event.class.getPermittedSubclasses()) {
            compare(event.getSimpleName(), Shape.said(root, schema(event)), Shape.of(event), findings);
        }
        compare("messages", saidOnce(), eventsByName(), findings);
        for (GoldenEvents.Golden golden : GoldenEvents.all()) {
            misfits(golden.type(), golden.json()).forEach(misfit -> findings.add(golden.name() + ": " + misfit));
        }
        return findings;
    }

    /** What of this JSON is not as its schema says. */
    List<String> misfits(Class<? extends Event> type, String json) {
        ObjectNode schema = root.deepCopy();
        schema.put("$ref", "#/components/schemas/" + type.getSimpleName());
        JsonSchema compiled =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
        try {
            return compiled.validate(JSON.readTree(json)).stream()
                    .map(Object::toString)
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of(e.getOriginalMessage());
        }
    }

    private Map<String, Integer> partitions() {
        Map<String, Integer> partitions = new TreeMap<>();
        root.path("channels").forEach(channel -> addresses(channel)
                .forEach(topic -> partitions.put(
                        topic, channel.at("/bindings/kafka/partitions").asInt())));
        return partitions;
    }

    /** One, or one for each word that a parameter may be. */
    private static List<String> addresses(JsonNode channel) {
        String address = channel.path("address").asText();
        List<String> topics = new ArrayList<>();
        channel.at("/parameters/topic/enum").forEach(topic -> topics.add(address.replace("{topic}", topic.asText())));
        return topics.isEmpty() ? List.of(address) : topics;
    }

    private JsonNode schema(Class<?> event) {
        return root.at("/components/schemas/" + event.getSimpleName());
    }

    /** The schemas of all messages of all channels, as often as they are said. */
    private List<String> saidOnce() {
        List<String> said = new ArrayList<>();
        root.path("channels").forEach(channel -> channel.path("messages")
                .forEach(message -> said.add(Shape.followed(root, message)
                        .at("/payload/$ref")
                        .asText()
                        .replace("#/components/schemas/", ""))));
        said.sort(null);
        return said;
    }

    private static List<String> eventsByName() {
        return Arrays.stream(Event.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .sorted()
                .toList();
    }

    private static void compare(String what, Object said, Object wanted, List<String> findings) {
        if (!said.equals(wanted)) {
            findings.add(what + ": the document says " + said + ", the code " + wanted);
        }
    }
}
