package dev.standing.manifests.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.manifests.Manifest;
import java.util.List;

/** What the policies of the namespace allow, by the rules of Kubernetes: what selects a pod denies, and what any says is allowed. */
record Policies(List<Manifest> all, CiliumPolicies cilium) {

    boolean allow(Party from, Party to, Door door) {
        return passes(from, to, door, "Egress", "egress", "to") && passes(to, from, door, "Ingress", "ingress", "from");
    }

    /** A port as it is met: its number, and TCP or UDP. */
    record Door(int port, String protocol) {}

    private boolean passes(Party pod, Party other, Door door, String type, String rules, String peers) {
        if (!pod.isOurs()) {
            return true;
        }
        List<JsonNode> selecting = all.stream()
                .map(policy -> policy.at("/spec"))
                .filter(spec -> has(spec.path("policyTypes"), type) && pod.isSelected(spec.path("podSelector")))
                .toList();
        return selecting.isEmpty()
                || cilium.pass(pod, other, door, rules, peers + "Entities")
                || selecting.stream()
                        .flatMap(spec -> spec.path(rules).valueStream())
                        .anyMatch(rule -> isFor(rule.path(peers), other) && isAt(rule.path("ports"), door));
    }

    private static boolean isFor(JsonNode peers, Party other) {
        return peers.isEmpty() || peers.valueStream().anyMatch(other::isPeer);
    }

    private static boolean isAt(JsonNode ports, Door door) {
        return ports.isEmpty()
                || ports.valueStream()
                        .anyMatch(port -> port.path("protocol").asText("TCP").equals(door.protocol())
                                && (!port.has("port") || port.path("port").asInt() == door.port()));
    }

    private static boolean has(JsonNode types, String type) {
        return types.valueStream().anyMatch(each -> each.asText().equals(type));
    }
}
