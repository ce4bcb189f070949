package dev.standing.manifests.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;

/** A pod of some kind, in our namespace or in another, whoever is outside of the cluster, or whom Cilium alone has a name for. */
record Party(
        String name, Where where, String address, Map<String, String> namespaceLabels, Map<String, String> labels) {
    enum Where {
        OURS,
        ELSEWHERE,
        OUTSIDE,
        ENTITY
    }

    static Party ours(String name, Map<String, String> labels) {
        return new Party(name, Where.OURS, "", Map.of("kubernetes.io/metadata.name", "standing"), labels);
    }

    static Party elsewhere(String name, String namespaceLabel, String value, Map<String, String> labels) {
        return new Party(name, Where.ELSEWHERE, "", Map.of(namespaceLabel, value), labels);
    }

    /** Whom only an address tells: no selector selects the node itself either. */
    static Party at(String name, String address) {
        return new Party(name, Where.OUTSIDE, address, Map.of(), Map.of());
    }

    /** Cilium's name for who is neither a pod nor outside. */
    static Party entity(String name) {
        return new Party(name, Where.ENTITY, "", Map.of(), Map.of());
    }

    boolean isOurs() {
        return where == Where.OURS;
    }

    /** Whether a selector selects this pod, of its own namespace. */
    boolean isSelected(JsonNode selector) {
        return isPod() && fits(selector, labels);
    }

    /** Whether a peer of a rule is this party. A block of addresses has nobody who is selected otherwise. */
    boolean isPeer(JsonNode peer) {
        if (peer.has("ipBlock")) {
            JsonNode block = peer.path("ipBlock");
            return where == Where.OUTSIDE
                    && isWithin(block.path("cidr").asText())
                    && block.path("except").valueStream().noneMatch(except -> isWithin(except.asText()));
        }
        boolean namespace =
                peer.has("namespaceSelector") ? fits(peer.path("namespaceSelector"), namespaceLabels) : isOurs();
        return isPod() && namespace && (!peer.has("podSelector") || fits(peer.path("podSelector"), labels));
    }

    private boolean isWithin(String block) {
        String[] parts = block.split("/");
        int hostBits = 32 - Integer.parseInt(parts[1]);
        return bits(parts[0]) >> hostBits == bits(address) >> hostBits;
    }

    private static long bits(String address) {
        return Stream.of(address.split("\\.")).mapToLong(Long::parseLong).reduce(0, (all, each) -> all << 8 | each);
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
