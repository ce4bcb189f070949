package dev.standing.manifests.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.manifests.Manifest;
import dev.standing.manifests.Manifests;
import java.util.List;

/** In production no two of what keeps data share a zone, whatever the scheduler would prefer. */
final class Zones implements Check {
    @Override
    public List<String> findings(Manifests manifests) {
        Findings findings = new Findings();
        manifests
                .ofKind("Cluster")
                .forEach(each -> parted(
                        each, each.at("/spec/topologySpreadConstraints"), "cnpg.io/cluster", manifests, findings));
        manifests
                .ofKind("Kafka")
                .forEach(each -> parted(
                        each,
                        each.at("/spec/kafka/template/pod/topologySpreadConstraints"),
                        "strimzi.io/name",
                        manifests,
                        findings));
        return findings.all();
    }

    private static void parted(
            Manifest each, JsonNode constraints, String label, Manifests manifests, Findings findings) {
        if (!manifests.isForProduction()) {
            findings.expect(constraints.isMissingNode(), each, "one waits for zones that it does not need");
            return;
        }
        JsonNode constraint = constraints.path(0);
        findings.expect(each, constraint, "/topologyKey", "topology.kubernetes.io/zone");
        findings.expect(each, constraint, "/whenUnsatisfiable", "DoNotSchedule");
        findings.expect(each, constraint, "/maxSkew", 1);
        // A zone that is gone with all its nodes still counts.
        findings.expect(each, constraint, "/minDomains", 3);
        String pods = each.isA("Kafka") ? each.name() + "-kafka" : each.name();
        findings.expect(each, constraint.at("/labelSelector/matchLabels").path(label), "", pods);
    }
}
