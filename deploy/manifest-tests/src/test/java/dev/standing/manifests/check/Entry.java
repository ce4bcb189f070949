package dev.standing.manifests.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.manifests.Manifest;
import dev.standing.manifests.Manifests;
import dev.standing.manifests.code.ServiceCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Callers come in by TLS alone, to the API of each service and to nothing else. */
final class Entry implements Check {
    @Override
    public List<String> findings(Manifests manifests) {
        Findings findings = new Findings();
        for (Manifest gateway : manifests.ofKind("Gateway")) {
            findings.expect(gateway.at("/spec/listeners").size() == 1, gateway, "listeners are not the one with TLS");
            findings.expect(gateway, gateway.at("/spec"), "/listeners/0/protocol", "HTTPS");
            findings.expect(gateway, gateway.at("/spec"), "/listeners/0/tls/mode", "Terminate");
            findings.expect(gateway, gateway.at("/spec"), "/listeners/0/tls/certificateRefs/0/name", "standing-tls");
            place(gateway, manifests, findings);
        }
        Set<String> hosts = new TreeSet<>();
        ServiceCode.all().forEach(code -> {
            Optional<Manifest> route = manifests.find("HTTPRoute", code.name());
            findings.expect(route.isPresent(), code.name(), "no HTTPRoute");
            route.ifPresent(each -> {
                route(each, manifests, code, findings);
                hosts.add(each.at("/spec/hostnames/0").asText());
                heard(each, manifests, findings);
            });
        });
        manifests.settings().forEach(map -> manifests
                .find("HTTPRoute", "privileges-service")
                .ifPresent(route -> findings.expect(
                        map,
                        map.at("/data"),
                        "/STANDING_PRIVILEGES_RECEIPTS_ISSUER",
                        "https://" + route.at("/spec/hostnames/0").asText())));
        findings.expect(hosts.size() == 3, "HTTPRoutes", "hosts are " + hosts + ", and all services have /v1/members");
        return findings.all();
    }

    /** Beside it may be the pods of its proxy: where no policy of ours is, and by the label that our policies let in. */
    private static void place(Manifest gateway, Manifests manifests, Findings findings) {
        String namespace = gateway.at("/metadata/namespace").asText();
        boolean isLetIn = manifests
                .find("Namespace", namespace)
                .filter(each -> each.at("/metadata/labels")
                        .path("standing.dev/entry")
                        .asText()
                        .equals("true"))
                .isPresent();
        findings.expect(isLetIn, gateway, "its namespace '" + namespace + "' is not there with standing.dev/entry");
        findings.expect(!namespace.equals("standing"), gateway, "its proxy would be where nobody talks to anybody");
        JsonNode routes = gateway.at("/spec/listeners/0/allowedRoutes/namespaces");
        findings.expect(gateway, routes, "/from", "Selector");
        findings.expect(
                gateway, routes.at("/selector/matchLabels").path("kubernetes.io/metadata.name"), "", "standing");
    }

    private static void route(Manifest each, Manifests manifests, ServiceCode code, Findings findings) {
        JsonNode spec = each.at("/spec");
        boolean gateway = manifests
                .find("Gateway", spec.at("/parentRefs/0/name").asText())
                .filter(found -> found.at("/spec/listeners/0/name").equals(spec.at("/parentRefs/0/sectionName")))
                .filter(found -> found.at("/metadata/namespace").equals(spec.at("/parentRefs/0/namespace")))
                .isPresent();
        findings.expect(gateway, each, "its gateway is not there");
        findings.expect(each, spec, "/rules/0/backendRefs/0/name", code.name());
        findings.expect(each, spec, "/rules/0/backendRefs/0/port", code.port());
        Set<String> paths = new TreeSet<>();
        spec.path("rules")
                .findValues("path")
                .forEach(path -> paths.add(
                        path.path("type").asText() + " " + path.path("value").asText()));
        findings.expectSame(each, "paths", paths, expected(code));
    }

    /** A host that the gateway does not listen for is a route that is never taken. */
    private static void heard(Manifest route, Manifests manifests, Findings findings) {
        String host = route.at("/spec/hostnames/0").asText();
        for (Manifest gateway : manifests.ofKind("Gateway")) {
            String listens = gateway.at("/spec/listeners/0/hostname").asText();
            boolean hears = listens.startsWith("*.") && host.endsWith(listens.substring(1));
            findings.expect(hears, route, "its host " + host + " is not heard by the gateway of " + listens);
        }
    }

    private static Set<String> expected(ServiceCode code) {
        Set<String> paths = new TreeSet<>(Set.of("PathPrefix /v1", "PathPrefix /q/openapi"));
        if (code.role().equals("privileges")) {
            paths.add("Exact /.well-known/jwks.json");
        }
        return paths;
    }
}
