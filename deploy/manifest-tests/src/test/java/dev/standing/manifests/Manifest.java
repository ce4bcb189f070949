package dev.standing.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One object, as it would be applied. */
public record Manifest(ObjectNode json) {

    public String apiVersion() {
        return json.path("apiVersion").asText();
    }

    public String kind() {
        return json.path("kind").asText();
    }

    public String name() {
        return json.at("/metadata/name").asText();
    }

    /** By JSON pointer; missing where there is nothing. */
    public JsonNode at(String pointer) {
        return json.at(pointer);
    }

    public boolean isA(String kind) {
        return kind().equals(kind);
    }

    /** Whether pods come of it. */
    public boolean hasPods() {
        return isA("Deployment") || isA("Job");
    }

    public JsonNode podSpec() {
        return at("/spec/template/spec");
    }

    public JsonNode container() {
        return podSpec().path("containers").path(0);
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
