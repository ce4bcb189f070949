package dev.standing.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An explanation as served. */
public record Explanation(JsonNode json) {
    /** The value of an attribute; null where there is no data. */
    public @Nullable Long value(String attribute) {
        JsonNode value = attribute(attribute).path("value");
        return value.isNumber() ? value.longValue() : null;
    }

    public int points(String attribute) {
        return attribute(attribute).path("points").intValue();
    }

    /** Points below the most of the attribute whose reason that is. */
    public int pointsLost(String reason) {
        for (JsonNode attribute : json.path("attributes")) {
            if (attribute.path("reason").asText().equals(reason)) {
                return attribute.path("pointsLost").intValue();
            }
        }
        throw new AssertionError("no reason " + reason + " in " + json);
    }

    /** Points by attribute. */
    public Map<String, Integer> points() {
        Map<String, Integer> points = new TreeMap<>();
        json.path("attributes")
                .forEach(attribute -> points.put(
                        attribute.path("name").asText(),
                        attribute.path("points").intValue()));
        return points;
    }

    public int base() {
        return json.path("base").intValue();
    }

    public int score() {
        return json.path("score").intValue();
    }

    public int influence() {
        JsonNode influence = json.path("influence");
        return influence.isObject() ? influence.path("points").intValue() : influence.intValue();
    }

    /** The day that the score is of. */
    public LocalDate day() {
        return LocalDate.parse(json.path("asOfDay").asText());
    }

    private JsonNode attribute(String name) {
        for (JsonNode attribute : json.path("attributes")) {
            if (attribute.path("name").asText().equals(name)) {
                return attribute;
            }
        }
        throw new AssertionError("no attribute " + name + " in " + json);
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
