package dev.standing.manifests.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.manifests.Manifest;
import dev.standing.manifests.Manifests;
import dev.standing.manifests.code.ServiceCode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Secrets are named here and are elsewhere; each pod has those that it needs, as files. */
final class Secrets implements Check {
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|PASSWD|SECRET|TOKEN|CREDENTIAL|_KEY)$");
    private static final Pattern IN_URL = Pattern.compile("://[^/@]*:[^/@]*@|[?&]password=");

    @Override
    public List<String> findings(Manifests manifests) {
        Findings findings = new Findings();
        findings.expect(manifests.ofKind("Secret").isEmpty(), "all", "a Secret lies in the repository");
        for (Manifest map : manifests.ofKind("ConfigMap")) {
            map.at("/data").properties().forEach(each -> {
                findings.expect(!SECRET.matcher(each.getKey()).matches(), map, each.getKey() + " is a secret in clear");
                findings.expect(
                        !IN_URL.matcher(each.getValue().asText()).find(),
                        map,
                        each.getKey() + " has a password in its URL");
            });
        }
        for (Manifest pods : manifests.where(Manifest::hasPods)) {
            settings(pods, manifests, findings);
        }
        ServiceCode.all().forEach(code -> {
            manifests
                    .find("Deployment", code.name())
                    .ifPresent(each -> findings.expectSame(each, "files", files(each), service(code)));
            manifests
                    .find("Job", code.name() + "-migration")
                    .ifPresent(each -> findings.expectSame(each, "files", files(each), migration(code)));
        });
        return findings.all();
    }

    private static void settings(Manifest pods, Manifests manifests, Findings findings) {
        findings.expect(
                !pods.container().has("env"), pods, "settings come by the ConfigMap and secrets by files, not by env");
        JsonNode from = pods.container().path("envFrom");
        findings.expect(from.size() == 1, pods, "envFrom is not the one ConfigMap");
        String map = from.at("/0/configMapRef/name").asText();
        findings.expect(manifests.find("ConfigMap", map).isPresent(), pods, "the ConfigMap '" + map + "' is not there");
    }

    private static Set<String> migration(ServiceCode code) {
        Set<String> files = new TreeSet<>(Set.of(
                "standing-db-" + code.role() + "/password at quarkus.datasource.password",
                "standing-db-ca/ca.crt at database/ca.crt"));
        if (code.role().equals("scoring")) {
            files.add("standing-scoring/steps-key at standing.scoring.steps-key");
        }
        return files;
    }

    private static Set<String> service(ServiceCode code) {
        Set<String> files = migration(code);
        files.add(code.name() + "/user.p12 at kafka/user.p12");
        files.add(code.name() + "/user.password at kafka.ssl.keystore.password");
        files.add("standing-cluster-ca-cert/ca.crt at kafka/ca.crt");
        if (code.role().equals("privileges")) {
            files.add("standing-receipts/keys.json at receipts/keys.json");
        }
        return files;
    }

    private static Set<String> files(Manifest pods) {
        Set<String> files = new TreeSet<>();
        for (JsonNode secret : pods.podSpec().path("volumes").findValues("secret")) {
            for (JsonNode item : secret.path("items")) {
                files.add(secret.path("name").asText() + "/" + item.path("key").asText() + " at "
                        + item.path("path").asText());
            }
            if (!secret.has("items")) {
                files.add("all of " + secret.path("name").asText());
            }
        }
        return files;
    }
}
