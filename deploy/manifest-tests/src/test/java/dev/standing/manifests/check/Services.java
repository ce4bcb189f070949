package dev.standing.manifests.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.manifests.Manifest;
import dev.standing.manifests.Manifests;
import dev.standing.manifests.code.ServiceCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Each service is there with its ports, is watched, moved and ended as it should be, and migrates its schema before. */
final class Services implements Check {
    private static final int THREADS_END_AFTER_SECONDS = 10;

    @Override
    public List<String> findings(Manifests manifests) {
        Findings findings = new Findings();
        Set<String> names = new TreeSet<>();
        ServiceCode.all().forEach(code -> {
            names.add(code.name());
            Optional<Manifest> deployment = manifests.find("Deployment", code.name());
            findings.expect(deployment.isPresent(), code.name(), "no Deployment");
            deployment.ifPresent(each -> {
                ports(each, code, findings);
                probes(each, findings);
                rollout(each, manifests, findings);
                ending(each, manifests, findings);
                service(each, manifests, code, findings);
                disruption(each, manifests, findings);
                migration(each, manifests, findings);
            });
        });
        Set<String> found = new TreeSet<>();
        manifests.ofKind("Deployment").forEach(each -> found.add(each.name()));
        findings.expectSame("all", "Deployments", found, names);
        return findings.all();
    }

    private static void ports(Manifest each, ServiceCode code, Findings findings) {
        JsonNode ports = each.container().path("ports");
        findings.expect(each, ports, "/0/name", "http");
        findings.expect(each, ports, "/0/containerPort", code.port());
        findings.expect(each, ports, "/1/name", "management");
        findings.expect(each, ports, "/1/containerPort", code.managementPort());
        String app = each.at("/spec/template/metadata/labels")
                .path("app.kubernetes.io/name")
                .asText();
        findings.expect(app.equals(each.name()), each, "its pods are called " + app);
        JsonNode selector = each.at("/spec/selector/matchLabels");
        findings.expect(selector.size() == 2 && selects(each, selector), each, "selects other pods than its own");
    }

    private static boolean selects(Manifest pods, JsonNode matchLabels) {
        JsonNode labels = pods.at("/spec/template/metadata/labels");
        return !matchLabels.isEmpty()
                && matchLabels.properties().stream()
                        .allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
    }

    private static void probes(Manifest each, Findings findings) {
        JsonNode container = each.container();
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            String path = probe.startsWith("readiness") ? "/q/health/ready" : "/q/health/live";
            findings.expect(container.has(probe), each, "no " + probe);
            findings.expect(each, container.path(probe), "/httpGet/path", path);
            findings.expect(each, container.path(probe), "/httpGet/port", "management");
            findings.expect(
                    container.path(probe).path("timeoutSeconds").asInt() >= 3,
                    each,
                    probe + " is less patient than the service");
        }
        JsonNode start = container.path("startupProbe");
        int startSeconds = start.path("periodSeconds").asInt()
                * start.path("failureThreshold").asInt();
        findings.expect(
                startSeconds >= 60, each, "startupProbe gives " + startSeconds + " s, and a busy node takes longer");
    }

    private static void rollout(Manifest each, Manifests manifests, Findings findings) {
        findings.expect(each, each.at("/spec/strategy"), "/rollingUpdate/maxUnavailable", 0);
        findings.expect(
                each.at("/spec/template/spec/topologySpreadConstraints").size() == 2,
                each,
                "is not spread over nodes and zones");
        boolean scales = manifests.find("HorizontalPodAutoscaler", each.name()).isPresent();
        findings.expect(
                !scales || !each.at("/spec").has("replicas"),
                each,
                "replicas are said beside an autoscaler, which loses them at each apply");
        if (manifests.isInstalled()) {
            boolean scoring = each.name().startsWith("scoring");
            findings.expect(scales != scoring, each, "scoring has two processes, and the others as many as are needed");
            findings.expect(!scoring || each.at("/spec/replicas").asInt() == 2, each, "one leads and one stands by");
        }
    }

    /** Before the signal, after it, and for what runs besides callers: all of it fits, or a pod is killed in the midst of an answer. */
    private static void ending(Manifest each, Manifests manifests, Findings findings) {
        int preStop = each.container().at("/lifecycle/preStop/sleep/seconds").asInt();
        findings.expect(preStop >= 5, each, "preStop is missing or shorter than what load balancers need");
        long needed = preStop
                + setting(manifests, "QUARKUS_SHUTDOWN_DELAY")
                + setting(manifests, "QUARKUS_SHUTDOWN_TIMEOUT")
                + THREADS_END_AFTER_SECONDS;
        int grace = each.podSpec().path("terminationGracePeriodSeconds").asInt(30);
        findings.expect(grace >= needed, each, "terminationGracePeriodSeconds is " + grace + "; needed: " + needed);
    }

    private static long setting(Manifests manifests, String name) {
        String value = manifests.setting(name).asText("0S");
        return value.matches("[0-9]+S") ? Duration.parse("PT" + value).toSeconds() : 0;
    }

    private static void service(Manifest pods, Manifests manifests, ServiceCode code, Findings findings) {
        Optional<Manifest> service = manifests.find("Service", code.name());
        findings.expect(service.isPresent(), code.name(), "no Service");
        service.ifPresent(each -> {
            findings.expect(selects(pods, each.at("/spec/selector")), each, "selects no pod of " + pods);
            findings.expect(each, each.at("/spec/ports"), "/0/port", code.port());
            findings.expect(each, each.at("/spec/ports"), "/0/targetPort", "http");
            findings.expect(each.at("/spec/ports").size() == 1, each, "health and metrics are not for callers");
            findings.expect(!each.at("/spec").has("type"), each, "is to be had from outside, past the gateway");
        });
    }

    private static void disruption(Manifest pods, Manifests manifests, Findings findings) {
        Optional<Manifest> budget = manifests.find("PodDisruptionBudget", pods.name());
        findings.expect(budget.isPresent(), pods, "no PodDisruptionBudget");
        budget.ifPresent(each -> {
            findings.expect(each, each.at("/spec"), "/maxUnavailable", 1);
            findings.expect(selects(pods, each.at("/spec/selector/matchLabels")), each, "selects no pod of " + pods);
        });
    }

    private static void migration(Manifest pods, Manifests manifests, Findings findings) {
        Optional<Manifest> job = manifests.find("Job", pods.name() + "-migration");
        findings.expect(job.isPresent(), pods, "no migration of its schema");
        job.ifPresent(each -> {
            findings.expect(
                    each.container().path("image").equals(pods.container().path("image")),
                    each,
                    "is not of the image that it is for");
            findings.expect(each, each.container(), "/args/0", "migrate");
            findings.expect(
                    each.at("/spec").has("ttlSecondsAfterFinished"),
                    each,
                    "stays for ever, and the next release cannot change it");
        });
    }
}
