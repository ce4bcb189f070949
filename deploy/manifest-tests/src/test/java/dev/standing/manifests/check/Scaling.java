package dev.standing.manifests.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.manifests.Manifest;
import dev.standing.manifests.Manifests;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What scales is there and stays two at least; what is scraped has metrics; everything is in the one namespace. */
final class Scaling implements Check {
    @Override
    public List<String> findings(Manifests manifests) {
        Findings findings = new Findings();
        for (Manifest scaler : manifests.ofKind("HorizontalPodAutoscaler")) {
            JsonNode spec = scaler.at("/spec");
            findings.expect(scaler, spec, "/scaleTargetRef/kind", "Deployment");
            findings.expect(scaler, spec, "/scaleTargetRef/name", scaler.name());
            findings.expect(manifests.find("Deployment", scaler.name()).isPresent(), scaler, "scales nothing");
            findings.expect(spec.path("minReplicas").asInt() >= 2, scaler, "minReplicas is less than two");
            findings.expect(
                    spec.path("maxReplicas").asInt() > spec.path("minReplicas").asInt(), scaler, "does not scale");
        }
        for (Manifest monitor : manifests.ofKind("PodMonitor")) {
            // CloudNativePG tells at a port and a path of its own.
            boolean isOfDatabase = monitor.at("/spec/selector/matchLabels").has("cnpg.io/cluster");
            JsonNode endpoint = monitor.at("/spec/podMetricsEndpoints/0");
            findings.expect(monitor, endpoint, "/port", isOfDatabase ? "metrics" : "management");
            findings.expect(
                    endpoint.path("path").asText("/metrics").equals(isOfDatabase ? "/metrics" : "/q/metrics"),
                    monitor,
                    "path is " + endpoint.path("path"));
        }
        for (Manifest namespace : manifests.ofKind("Namespace")) {
            findings.expect(
                    namespace,
                    namespace.at("/metadata/labels").path("pod-security.kubernetes.io/enforce"),
                    "",
                    namespace.name().equals("standing") ? "restricted" : "baseline");
        }
        Set<String> seen = new TreeSet<>();
        for (Manifest each : manifests.all()) {
            findings.expect(seen.add(each.toString()), each, "is there twice");
            boolean placed = manifests.overlay().equals("base") || each.isA("Namespace") || each.isA("Gateway");
            findings.expect(
                    placed || each.at("/metadata/namespace").asText().equals("standing"),
                    each,
                    "is in another namespace");
        }
        return findings.all();
    }
}
