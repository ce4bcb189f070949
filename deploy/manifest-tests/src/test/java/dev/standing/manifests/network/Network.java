package dev.standing.manifests.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.manifests.Manifest;
import dev.standing.manifests.Manifests;
import dev.standing.manifests.check.Check;
import dev.standing.manifests.network.Policies.Door;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every pair of parties and every port: what may be is what is written here, and nothing else. */
public final class Network implements Check {
    /** From, to, ports. */
    private static final String MAY = """
            gateway             ingest-service      8081/TCP
            gateway             scoring-service     8082/TCP
            gateway             privileges-service  8083/TCP
            prometheus          ingest-service      9081/TCP
            prometheus          scoring-service     9082/TCP
            prometheus          privileges-service  9083/TCP
            prometheus          postgresql          9187/TCP
            ingest-service      kafka               9093/TCP
            scoring-service     kafka               9093/TCP
            privileges-service  kafka               9093/TCP
            operator            kafka               9093/TCP
            ingest-service      postgresql          5432/TCP
            scoring-service     postgresql          5432/TCP
            privileges-service  postgresql          5432/TCP
            ingest-service      world               443/TCP
            scoring-service     world               443/TCP
            privileges-service  world               443/TCP 3799/UDP
            ingest-service-migration      postgresql  5432/TCP
            scoring-service-migration     postgresql  5432/TCP
            privileges-service-migration  postgresql  5432/TCP
            kafka               kafka               9090/TCP 9091/TCP
            kafka               world               443/TCP 6443/TCP
            entity-operator     kafka               9091/TCP
            entity-operator     world               443/TCP 6443/TCP
            strimzi             kafka               9090/TCP 9091/TCP 8443/TCP
            postgresql          postgresql          5432/TCP 8000/TCP
            postgresql          world               443/TCP 6443/TCP
            cloudnative-pg      postgresql          8000/TCP
            """;

    /** And where the component is applied that Cilium needs. */
    private static final String MAY_UNDER_CILIUM = """
            ingress             ingest-service      8081/TCP
            ingress             scoring-service     8082/TCP
            ingress             privileges-service  8083/TCP
            kafka               kube-apiserver      443/TCP 6443/TCP
            entity-operator     kube-apiserver      443/TCP 6443/TCP
            postgresql          kube-apiserver      443/TCP 6443/TCP
            """;

    /** And where traces are collected. */
    private static final String MAY_BE_TRACED = """
            ingest-service      collector           4317/TCP 4318/TCP
            scoring-service     collector           4317/TCP 4318/TCP
            privileges-service  collector           4317/TCP 4318/TCP
            """;

    private static final List<Integer> PORTS = List.of(
            22, 53, 80, 443, 1234, 3799, 4317, 4318, 5432, 6443, 8000, 8080, 8081, 8082, 8083, 8443, 9081, 9082, 9083,
            9090, 9091, 9093, 9187);

    @Override
    public List<String> findings(Manifests manifests) {
        CiliumPolicies cilium = new CiliumPolicies(manifests.ofKind("CiliumNetworkPolicy"));
        Policies policies = new Policies(manifests.ofKind("NetworkPolicy"), cilium);
        List<Party> parties = parties(manifests);
        boolean isTraced =
                manifests.setting("QUARKUS_OTEL_SDK_DISABLED").asText().equals("false");
        Set<String> declared = declared(
                parties, MAY + (cilium.all().isEmpty() ? "" : MAY_UNDER_CILIUM) + (isTraced ? MAY_BE_TRACED : ""));
        List<String> findings = new ArrayList<>();
        for (Party from : parties) {
            for (Party to : parties) {
                doors().filter(door -> from.isOurs() || to.isOurs()).forEach(door -> {
                    String pair = pair(from.name(), to.name(), door.port() + "/" + door.protocol());
                    boolean may = policies.allow(from, to, door);
                    if (may != declared.contains(pair)) {
                        findings.add("NetworkPolicies: " + pair
                                + (may ? " is open, and should not be" : " is closed, and should not be"));
                    }
                });
            }
        }
        return findings;
    }

    private static Stream<Door> doors() {
        return PORTS.stream().flatMap(port -> Stream.of("TCP", "UDP").map(protocol -> new Door(port, protocol)));
    }

    private static String pair(String from, String to, String door) {
        return from + " to " + to + " at " + door;
    }

    private static Set<String> declared(List<Party> parties, String may) {
        Set<String> pairs = new TreeSet<>();
        may.lines()
                .map(line -> line.split(" +"))
                .forEach(words -> Stream.of(words).skip(2).forEach(door -> pairs.add(pair(words[0], words[1], door))));
        parties.stream().filter(Party::isOurs).forEach(each -> {
            for (String names : List.of("dns", "dns-pod-of-node", "dns-of-node")) {
                pairs.add(pair(each.name(), names, "53/TCP"));
                pairs.add(pair(each.name(), names, "53/UDP"));
            }
        });
        return pairs;
    }

    private static List<Party> parties(Manifests manifests) {
        List<Party> parties = new ArrayList<>();
        for (Manifest pods : manifests.where(Manifest::hasPods)) {
            parties.add(Party.ours(pods.name(), labels(pods.at("/spec/template/metadata/labels"))));
        }
        // As the operators label theirs.
        parties.add(Party.ours("kafka", Map.of("strimzi.io/cluster", "standing", "strimzi.io/name", "standing-kafka")));
        parties.add(Party.ours(
                "entity-operator",
                Map.of("strimzi.io/cluster", "standing", "strimzi.io/name", "standing-entity-operator")));
        parties.add(Party.ours("postgresql", Map.of("cnpg.io/cluster", "standing-db")));
        // As deploy/operating/dead-letters labels its own.
        parties.add(Party.ours(
                "operator",
                Map.of("app.kubernetes.io/part-of", "standing", "app.kubernetes.io/component", "operator")));
        parties.add(Party.ours("pod-of-somebody-in-our-namespace", Map.of("app", "x")));

        parties.add(Party.elsewhere("gateway", "standing.dev/entry", "true", Map.of("app", "gateway")));
        parties.add(Party.elsewhere("prometheus", "standing.dev/scraper", "true", Map.of("app", "prometheus")));
        parties.add(Party.elsewhere("collector", "standing.dev/collector", "true", Map.of("app", "collector")));
        parties.add(Party.elsewhere(
                "strimzi", "standing.dev/operators", "true", Map.of("strimzi.io/kind", "cluster-operator")));
        parties.add(Party.elsewhere(
                "cloudnative-pg",
                "standing.dev/operators",
                "true",
                Map.of("app.kubernetes.io/name", "cloudnative-pg")));
        parties.add(
                Party.elsewhere("dns", "kubernetes.io/metadata.name", "kube-system", Map.of("k8s-app", "kube-dns")));
        parties.add(Party.elsewhere(
                "stranger",
                "kubernetes.io/metadata.name",
                "elsewhere",
                Map.of("app.kubernetes.io/part-of", "standing", "app.kubernetes.io/component", "service")));
        parties.add(Party.elsewhere(
                "dns-pod-of-node", "kubernetes.io/metadata.name", "kube-system", Map.of("k8s-app", "node-local-dns")));
        parties.add(Party.at("dns-of-node", "169.254.20.10"));
        parties.add(Party.at("metadata", "169.254.169.254"));
        parties.add(Party.at("world", "203.0.113.1"));
        parties.add(Party.entity("ingress"));
        parties.add(Party.entity("kube-apiserver"));
        parties.add(Party.entity("host"));
        return parties;
    }

    private static Map<String, String> labels(JsonNode node) {
        Map<String, String> labels = new LinkedHashMap<>();
        node.properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }
}
