package dev.standing.manifests.model;

import dev.standing.manifests.Manifest;
import dev.standing.manifests.Manifests;
import dev.standing.manifests.check.Check;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.List;
import java.util.Map;

/** Every object is read by what a cluster would read it by. */
public final class Models implements Check {
    private static final Map<String, Class<?>> CLASSES = Map.ofEntries(
            Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("batch/v1/Job", Job.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("gateway.networking.k8s.io/v1/Gateway", Gateway.class),
            Map.entry("gateway.networking.k8s.io/v1/HTTPRoute", HTTPRoute.class),
            Map.entry("monitoring.coreos.com/v1/PodMonitor", PodMonitor.class),
            Map.entry("monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class),
            Map.entry("kafka.strimzi.io/v1/Kafka", Kafka.class),
            Map.entry("kafka.strimzi.io/v1/KafkaNodePool", KafkaNodePool.class),
            Map.entry("kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class),
            Map.entry("kafka.strimzi.io/v1/KafkaUser", KafkaUser.class));

    private static final Map<String, Schema> SCHEMAS = Map.of(
            "postgresql.cnpg.io/v1/Cluster", Schema.of("cluster"),
            "postgresql.cnpg.io/v1/ScheduledBackup", Schema.of("scheduled-backup"),
            "cilium.io/v2/CiliumNetworkPolicy", Schema.of("cilium-network-policy"),
            "barmancloud.cnpg.io/v1/ObjectStore", Schema.of("object-store"));

    @Override
    public List<String> findings(Manifests manifests) {
        return manifests.all().stream()
                .flatMap(each -> findings(each).stream().map(finding -> each + ": " + finding))
                .toList();
    }

    private static List<String> findings(Manifest manifest) {
        String type = manifest.apiVersion() + "/" + manifest.kind();
        Class<?> model = CLASSES.get(type);
        if (model != null) {
            return StrictReading.findings(manifest, model);
        }
        Schema schema = SCHEMAS.get(type);
        return schema == null ? List.of("nobody knows a " + type) : schema.findings(manifest);
    }
}
