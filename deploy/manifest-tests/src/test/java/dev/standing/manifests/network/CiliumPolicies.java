package dev.standing.manifests.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.manifests.Manifest;
import dev.standing.manifests.network.Policies.Door;
import java.util.List;

/** What Cilium's own policies allow besides: entities, by name. */
record CiliumPolicies(List<Manifest> all) {

    boolean pass(Party pod, Party other, Door door, String rules, String entities) {
        return all.stream()
                .map(policy -> policy.at("/spec"))
                .filter(spec -> pod.isSelected(spec.path("endpointSelector")))
                .flatMap(spec -> spec.path(rules).valueStream())
                .anyMatch(rule -> rule.path(entities).valueStream().anyMatch(name -> name.asText()
                                .equals(other.name()))
                        && rule.path("toPorts")
                                .valueStream()
                                .flatMap(to -> to.path("ports").valueStream())
                                .anyMatch(port -> isAt(port, door)));
    }

    private static boolean isAt(JsonNode port, Door door) {
        return port.path("port").asInt() == door.port()
                && port.path("protocol").asText("ANY").matches("ANY|" + door.protocol());
    }
}
