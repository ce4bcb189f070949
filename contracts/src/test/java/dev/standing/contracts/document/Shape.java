package dev.standing.contracts.document;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a Java type is on the wire, as a schema with nothing but types, formats, words of enums, and what is required. */
final class Shape {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<Type, List<String>> SIMPLE = Map.of(
            int.class, List.of("integer", "int32"),
            Integer.class, List.of("integer", "int32"),
            long.class, List.of("integer", "int64"),
            Long.class, List.of("integer", "int64"),
            double.class, List.of("number", "double"),
            boolean.class, List.of("boolean"),
            String.class, List.of("string"),
            Instant.class, List.of("string", "date-time"),
            LocalDate.class, List.of("string", "date"));

    private Shape() {}

    static ObjectNode of(Type type) {
        List<String> simple = SIMPLE.get(type);
        if (simple != null) {
            ObjectNode shape = typed(simple.getFirst());
            return simple.size() == 1 ? shape : shape.put("format", simple.getLast());
        }
        return switch (type) {
            case ParameterizedType list
            when list.getRawType() == List.class -> typed("array").set("items", of(list.getActualTypeArguments()[0]));
            case ParameterizedType map
            when map.getRawType() == Map.class ->
                typed("object").set("additionalProperties", of(map.getActualTypeArguments()[1]));
            case Class<?> one when one.isEnum() -> words(one);
            case Class<?> one when one.isRecord() -> record(one);
            default -> throw new IllegalArgumentException("what is " + type + " on the wire?");
        };
    }

    /** What a schema says of the same, references followed, all else left out. */
    static ObjectNode said(JsonNode document, JsonNode schema) {
        JsonNode target = followed(document, schema);
        ObjectNode shape = NODES.objectNode();
        for (String word : List.of("type", "format", "enum", "required")) {
            if (target.has(word)) {
                shape.set(word, target.get(word));
            }
        }
        if (target.has("properties")) {
            ObjectNode properties = shape.putObject("properties");
            target.get("properties")
                    .properties()
                    .forEach(each -> properties.set(each.getKey(), said(document, each.getValue())));
        }
        for (String word : List.of("items", "additionalProperties")) {
            if (target.path(word).isObject()) {
                shape.set(word, said(document, target.get(word)));
            }
        }
        return shape;
    }

    static JsonNode followed(JsonNode document, JsonNode node) {
        return node.has("$ref")
                ? followed(document, document.at(node.get("$ref").asText().substring(1)))
                : node;
    }

    private static ObjectNode record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components.length == 1 && isValue(components[0])) {
            return of(components[0].getGenericType());
        }
        ObjectNode shape = typed("object");
        ArrayNode required = shape.putArray("required");
        ObjectNode properties = shape.putObject("properties");
        for (RecordComponent component : components) {
            properties.set(component.getName(), of(component.getGenericType()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        return shape;
    }

    /** Whether it is its one component that is written. */
    private static boolean isValue(RecordComponent component) {
        return List.<AnnotatedElement>of(component, component.getAccessor()).stream()
                .anyMatch(element -> element.isAnnotationPresent(JsonValue.class));
    }

    private static ObjectNode words(Class<?> type) {
        ObjectNode shape = typed("string");
        ArrayNode words = shape.putArray("enum");
        Arrays.stream(type.getEnumConstants())
                .forEach(constant -> words.add(MAPPER.convertValue(constant, String.class)));
        return shape;
    }

    private static ObjectNode typed(String type) {
        return NODES.objectNode().put("type", type);
    }
}
