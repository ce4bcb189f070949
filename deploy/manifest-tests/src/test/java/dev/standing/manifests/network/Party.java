package dev.standing.manifests.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A pod of some kind, in our namespace or in another, whoever is outside of the cluster, or whom Cilium alone has a name for. */
record Party(String name, Where where, Map<String, String> namespaceLabels, Map<String, String> labels) {
    enum Where {
        OURS,
        ELSEWHERE,
        OUTSIDE,
        ENTITY
    }

    static Party ours(String name, Map<String, String> labels) {
        return new Party(name, Where.OURS, Map.of("kubernetes.io/metadata.name", "standing"), labels);
    }

    static Party elsewhere(String name, String namespaceLabel, String value, Map<String, String> labels) {
        return new Party(name, Where.ELSEWHERE, Map.of(namespaceLabel, value), labels);
    }

    static Party outside() {
        return new Party("world", Where.OUTSIDE, Map.of(), Map.of());
    }

    /** Cilium's name for who is neither a pod nor outside. */
    static Party entity(String name) {
        return new Party(name, Where.ENTITY, Map.of(), Map.of());
    }

    boolean isOurs() {
        return where == Where.OURS;
    }

    /** Whether a selector selects this pod, of its own namespace. */
    boolean isSelected(JsonNode selector) {
        return isPod() && fits(selector, labels);
    }

    /** Whether a peer of a rule is this party. An address is that of somebody outside. */
    boolean isPeer(JsonNode peer) {
        if (peer.has("ipBlock")) {
            return where == Where.OUTSIDE;
        }
        boolean namespace =
                peer.has("namespaceSelector") ? fits(peer.path("namespaceSelector"), namespaceLabels) : isOurs();
        return isPod() && namespace && (!peer.has("podSelector") || fits(peer.path("podSelector"), labels));
    }

    private boolean isPod() {
        return where == Where.OURS || where == Where.ELSEWHERE;
    }

    private static boolean fits(JsonNode selector, Map<String, String> labels) {
        if (selector.has("matchExpressions")) {
            throw new IllegalArgumentException("matchExpressions are not read here: " + selector);
        }
        return selector.path("matchLabels").properties().stream()
                .allMatch(label -> label.getValue().asText().equals(labels.get(label.getKey())));
    }
}
