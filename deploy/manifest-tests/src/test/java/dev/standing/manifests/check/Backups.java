package dev.standing.manifests.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.manifests.Manifest;
import dev.standing.manifests.Manifests;
import java.util.List;

/** PostgreSQL is archived; and what is restored begins with that and goes on elsewhere, for no archive may be written over. */
final class Backups implements Check {
    @Override
    public List<String> findings(Manifests manifests) {
        Findings findings = new Findings();
        if (manifests.isInstalled()) {
            manifests.ofKind("Cluster").forEach(cluster -> {
                archived(cluster, manifests, findings);
                restored(cluster, findings);
            });
        }
        return findings.all();
    }

    private static void archived(Manifest cluster, Manifests manifests, Findings findings) {
        JsonNode archiver = cluster.at("/spec/plugins/0");
        String store = archiver.at("/parameters/barmanObjectName").asText();
        findings.expect(archiver.path("isWALArchiver").asBoolean(), cluster, "its log is not archived");
        findings.expect(
                archiver.at("/parameters/serverName").isTextual(), cluster, "does not say serverName, its folder");
        findings.expect(
                manifests.find("ObjectStore", store).isPresent(), cluster, "the store '" + store + "' is not there");
        boolean scheduled = manifests.ofKind("ScheduledBackup").stream()
                .anyMatch(each -> each.at("/spec/cluster/name").asText().equals(cluster.name()));
        findings.expect(scheduled, cluster, "nothing is backed up");
        boolean watched = manifests.ofKind("PodMonitor").stream().anyMatch(each -> each.at("/spec/selector/matchLabels")
                .path("cnpg.io/cluster")
                .asText()
                .equals(cluster.name()));
        findings.expect(
                watched && manifests.find("PrometheusRule", "standing-database").isPresent(),
                cluster,
                "nobody watches whether it is backed up");
    }

    private static void restored(Manifest cluster, Findings findings) {
        JsonNode recovery = cluster.at("/spec/bootstrap/recovery");
        if (recovery.isMissingNode()) {
            return;
        }
        JsonNode source = cluster.at("/spec/externalClusters")
                .valueStream()
                .filter(each -> each.path("name").equals(recovery.path("source")))
                .findFirst()
                .map(each -> each.path("plugin"))
                .orElse(recovery.path("none"));
        JsonNode archiver = cluster.at("/spec/plugins/0");
        findings.expect(source.isObject(), cluster, "is restored from nothing that is named");
        findings.expect(cluster, source, "/name", archiver.path("name").asText());
        findings.expect(
                cluster,
                source,
                "/parameters/barmanObjectName",
                archiver.at("/parameters/barmanObjectName").asText());
        findings.expect(source.at("/parameters/serverName").isTextual(), cluster, "no serverName to restore from");
        findings.expect(
                !source.at("/parameters/serverName").equals(archiver.at("/parameters/serverName")),
                cluster,
                "archives into the folder that it is restored from");
    }
}
