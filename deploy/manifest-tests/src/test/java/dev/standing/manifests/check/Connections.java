package dev.standing.manifests.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.manifests.Manifest;
import dev.standing.manifests.Manifests;
import dev.standing.manifests.code.ServiceCode;
import dev.standing.manifests.settings.AllSettings;
import java.util.List;

/** PostgreSQL has room for every connection of every process that may be there at once: a release goes out while all is scaled up. */
final class Connections implements Check {
    /** Three that PostgreSQL keeps for superusers; CloudNativePG's instance manager, metrics and backups; and somebody who looks. */
    private static final int RESERVE = 20;

    private static final String POOL = "quarkus.datasource.reactive.max-size";
    private static final String FLYWAY = "quarkus.datasource.jdbc.max-size";

    @Override
    public List<String> findings(Manifests manifests) {
        Findings findings = new Findings();
        int needed = RESERVE
                + ServiceCode.all()
                        .mapToInt(code -> processes(code, manifests) * ofProcess(code, manifests))
                        .sum();
        for (Manifest cluster : manifests.ofKind("Cluster")) {
            int room = cluster.at("/spec/postgresql/parameters/max_connections").asInt();
            findings.expect(
                    room >= needed, cluster, "max_connections is " + room + "; all pods at once may need " + needed);
        }
        return findings.all();
    }

    /** As many as may be, those that a rollout adds, one that was told to end and answers what it has, and the migration. */
    private static int processes(ServiceCode code, Manifests manifests) {
        JsonNode deployment =
                manifests.find("Deployment", code.name()).map(Manifest::json).orElseThrow();
        int replicas = manifests
                .find("HorizontalPodAutoscaler", code.name())
                .map(scaler -> scaler.at("/spec/maxReplicas").asInt())
                .orElse(deployment.at("/spec/replicas").asInt(1));
        int surge = deployment.at("/spec/strategy/rollingUpdate/maxSurge").asInt();
        return replicas + surge + 1 + 1;
    }

    private static int ofProcess(ServiceCode code, Manifests manifests) {
        String pool = code.properties().getProperty(POOL, AllSettings.defaultOfQuarkus(POOL));
        return manifests.setting("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE").asInt(Integer.parseInt(pool))
                + Integer.parseInt(code.properties().getProperty(FLYWAY, AllSettings.defaultOfQuarkus(FLYWAY)));
    }
}
