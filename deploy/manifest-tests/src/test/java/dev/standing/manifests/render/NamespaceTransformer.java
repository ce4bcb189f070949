package dev.standing.manifests.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What puts objects that name no namespace into one; kustomize's own field "namespace" would move the others too. */
record NamespaceTransformer(String apiVersion, String kind, Metadata metadata, boolean unsetOnly) {
    record Metadata(String name, String namespace) {}

    NamespaceTransformer {
        if (!apiVersion.equals("builtin") || !kind.equals("NamespaceTransformer") || !unsetOnly) {
            throw new IllegalArgumentException("Not read here: " + apiVersion + " " + kind);
        }
    }

    void transform(List<ObjectNode> objects) {
        for (ObjectNode object : objects) {
            ObjectNode named = object.withObjectProperty("metadata");
            if (!object.path("kind").asText().equals("Namespace") && !named.has("namespace")) {
                named.put("namespace", metadata.namespace());
            }
        }
    }
}
