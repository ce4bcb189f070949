package dev.standing.manifests.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.manifests.Manifest;
import dev.standing.manifests.Manifests;
import dev.standing.manifests.code.ServiceCode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** PostgreSQL keeps what was acknowledged, and each service has a role and a schema of its own there. */
final class Postgresql implements Check {
    private static final List<String> URLS = List.of("QUARKUS_DATASOURCE_JDBC_URL", "QUARKUS_DATASOURCE_REACTIVE_URL");

    @Override
    public List<String> findings(Manifests manifests) {
        Findings findings = new Findings();
        List<Manifest> clusters = manifests.ofKind("Cluster");
        findings.expect(clusters.size() == 1, "PostgreSQL", "clusters are not one");
        for (Manifest cluster : clusters) {
            roles(cluster, findings);
            reached(cluster, manifests, findings);
            boolean isAlone = cluster.at("/spec/instances").asInt() == 1;
            findings.expect(
                    cluster.at("/spec/enablePDB").asBoolean(true) != isAlone,
                    cluster,
                    "enablePDB is for more than one: with one it stops every drain");
            findings.expect(cluster, cluster.at("/spec"), "/postgresql/pg_hba/0", "hostnossl all all all reject");
            findings.expect(
                    !cluster.at("/spec/postgresql/parameters").has("synchronous_commit"),
                    cluster,
                    "synchronous_commit is not its default");
            findings.expect(
                    !cluster.at("/spec/postgresql/parameters").has("fsync"), cluster, "fsync is not its default");
            if (manifests.isForProduction()) {
                kept(cluster, findings);
            }
        }
        findings.expect(
                manifests.ofKind("Pooler").isEmpty(), "PostgreSQL", "a pooler would part locks from their sessions");
        return findings.all();
    }

    private static void kept(Manifest cluster, Findings findings) {
        JsonNode spec = cluster.at("/spec");
        findings.expect(spec.path("instances").asInt() >= 3, cluster, "instances are fewer than three");
        findings.expect(cluster, spec, "/postgresql/synchronous/method", "any");
        findings.expect(cluster, spec, "/postgresql/synchronous/number", 1);
        findings.expect(cluster, spec, "/postgresql/synchronous/dataDurability", "required");
        findings.expect(cluster, spec, "/postgresql/synchronous/failoverQuorum", true);
        findings.expect(cluster, spec, "/affinity/podAntiAffinityType", "required");
    }

    private static void roles(Manifest cluster, Findings findings) {
        Set<String> managed = new TreeSet<>();
        for (JsonNode role : cluster.at("/spec/managed/roles")) {
            managed.add(role.path("name").asText() + " by "
                    + role.at("/passwordSecret/name").asText());
            findings.expect(
                    !role.path("superuser").asBoolean()
                            && !role.path("createdb").asBoolean()
                            && !role.path("createrole").asBoolean(),
                    cluster,
                    "the role " + role.path("name") + " may more than it needs");
        }
        Set<String> wanted = new TreeSet<>();
        ServiceCode.all().forEach(code -> wanted.add(code.role() + " by standing-db-" + code.role()));
        findings.expectSame(cluster, "roles", managed, wanted);
        // What is restored has its schemas.
        if (cluster.at("/spec/bootstrap").has("initdb")) {
            schemas(cluster, findings);
        }
    }

    private static void schemas(Manifest cluster, Findings findings) {
        Set<String> sql = new TreeSet<>();
        cluster.at("/spec/bootstrap/initdb/postInitApplicationSQL").forEach(each -> sql.add(each.asText()));
        ServiceCode.all().forEach(code -> {
            findings.expect(
                    sql.contains("create role %s login".formatted(code.role())), cluster, "no role " + code.role());
            findings.expect(
                    sql.contains("create schema %s authorization %s".formatted(code.role(), code.role())),
                    cluster,
                    "no schema " + code.role() + " of its own role");
        });
        findings.expect(sql.contains("revoke all on schema public from public"), cluster, "schema public is for all");
        findings.expect(
                sql.contains("revoke all on database standing from public"), cluster, "the database is for all");
    }

    /** At its primary, over TLS that is verified. */
    private static void reached(Manifest cluster, Manifests manifests, Findings findings) {
        JsonNode settings = manifests.settings().getFirst().at("/data");
        String place = "postgresql://" + cluster.name() + "-rw:5432/"
                + cluster.at("/spec/bootstrap").findPath("database").asText();
        for (String url : URLS) {
            String said = settings.path(url).asText();
            findings.expect(
                    said.matches("(jdbc:)?" + place + "(\\?.*)?"), cluster, url + " is " + said + "; wanted: " + place);
        }
        findings.expect(
                settings.path(URLS.getFirst()).asText().contains("sslmode=verify-full"),
                cluster,
                "JDBC does not verify it");
        findings.expect(cluster, settings, "/QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE", "verify-full");
        findings.expect(cluster, settings, "/STANDING_DATABASE_MIGRATE_AT_START", false);
    }
}
