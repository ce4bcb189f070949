package dev.standing.manifests.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.manifests.Manifest;
import dev.standing.manifests.Manifests;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Pods pass Pod Security "restricted", run our images by a fixed version, and stay within what they ask for. */
final class Pods implements Check {
    /** A version or a digest: what runs today runs tomorrow. */
    private static final Pattern IMAGE =
            Pattern.compile("([a-z0-9.-]+(:[0-9]+)?/)*standing/[a-z-]+(:[0-9][0-9A-Za-z._-]*|@sha256:[0-9a-f]{64})");

    @Override
    public List<String> findings(Manifests manifests) {
        Findings findings = new Findings();
        for (Manifest each : manifests.where(Manifest::hasPods)) {
            pod(each, findings);
            account(each, manifests, findings);
            findings.expect(each.podSpec().path("containers").size() == 1, each, "containers are not one");
            findings.expect(
                    each.podSpec().path("initContainers").isMissingNode(), each, "initContainers are not looked at");
            container(each, findings);
            volumes(each, findings);
        }
        return findings.all();
    }

    private static void pod(Manifest each, Findings findings) {
        JsonNode spec = each.podSpec();
        findings.expect(each, spec, "/automountServiceAccountToken", false);
        findings.expect(each, spec, "/enableServiceLinks", false);
        findings.expect(each, spec, "/securityContext/runAsNonRoot", true);
        findings.expect(each, spec, "/securityContext/seccompProfile/type", "RuntimeDefault");
        findings.expect(spec.at("/securityContext/runAsUser").asInt(0) > 0, each, "runAsUser is root or not said");
        for (String host : List.of("hostNetwork", "hostPID", "hostIPC", "hostUsers")) {
            findings.expect(!spec.has(host), each, host + " is set");
        }
        for (String label : List.of("app.kubernetes.io/name", "app.kubernetes.io/component")) {
            JsonNode said = each.at("/spec/template/metadata/labels").path(label);
            findings.expect(
                    said.equals(each.at("/metadata/labels").path(label)), each, "the label " + label + " differs");
        }
        findings.expect(
                each, each.at("/spec/template/metadata/labels").path("app.kubernetes.io/part-of"), "", "standing");
    }

    private static void account(Manifest each, Manifests manifests, Findings findings) {
        String name = each.podSpec().path("serviceAccountName").asText();
        boolean there = manifests
                .find("ServiceAccount", name)
                .filter(account -> account.at("/automountServiceAccountToken").isBoolean()
                        && !account.at("/automountServiceAccountToken").asBoolean())
                .isPresent();
        findings.expect(there, each, "the service account '" + name + "' is not there, or has a token");
    }

    private static void container(Manifest each, Findings findings) {
        JsonNode container = each.container();
        JsonNode security = container.path("securityContext");
        findings.expect(each, security, "/allowPrivilegeEscalation", false);
        findings.expect(each, security, "/readOnlyRootFilesystem", true);
        findings.expect(each, security, "/capabilities/drop/0", "ALL");
        findings.expect(!security.path("capabilities").has("add"), each, "capabilities are added");
        findings.expect(!security.path("privileged").asBoolean(), each, "privileged");
        findings.expect(!security.has("runAsUser") && !security.has("runAsNonRoot"), each, "the pod says who runs it");

        String image = container.path("image").asText();
        findings.expect(
                IMAGE.matcher(image).matches(),
                each,
                "image is " + image + "; wanted: one of ours by version or digest");
        findings.expect(each, container, "/imagePullPolicy", "IfNotPresent");
        JsonNode resources = container.path("resources");
        findings.expect(resources.at("/requests/cpu").isTextual(), each, "no processor is asked for");
        findings.expect(resources.at("/requests/memory").isTextual(), each, "no memory is asked for");
        findings.expect(
                resources.at("/limits/memory").equals(resources.at("/requests/memory")),
                each,
                "the limit of memory is not what is asked for");
    }

    private static void volumes(Manifest each, Findings findings) {
        Set<String> volumes = names(each.podSpec().path("volumes"));
        findings.expectSame(each, "volumeMounts", names(each.container().path("volumeMounts")), volumes);
        for (JsonNode volume : each.podSpec().path("volumes")) {
            boolean known =
                    volume.has("projected") || volume.at("/emptyDir/sizeLimit").isTextual();
            findings.expect(known, each, "the volume " + volume.path("name") + " is neither secrets nor bounded");
        }
        for (JsonNode mount : each.container().path("volumeMounts")) {
            boolean writable = mount.path("mountPath").asText().equals("/tmp");
            findings.expect(
                    writable || mount.path("readOnly").asBoolean(),
                    each,
                    "the mount " + mount.path("mountPath") + " can be written");
        }
    }

    private static Set<String> names(JsonNode items) {
        Set<String> names = new TreeSet<>();
        items.forEach(item -> names.add(item.path("name").asText()));
        return names;
    }
}
