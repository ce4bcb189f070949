package dev.standing.manifests.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.contracts.event.Topics;
import dev.standing.manifests.Manifest;
import dev.standing.manifests.Manifests;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Kafka has the topics that the code has, and keeps what was acknowledged. */
final class KafkaTopics implements Check {
    /** Longer than backups go back: a schema that is restored reads on from where it was. */
    private static final Duration SHORTEST = Duration.ofDays(15);

    @Override
    public List<String> findings(Manifests manifests) {
        Findings findings = new Findings();
        Set<String> names = new TreeSet<>();
        int brokers = manifests.ofKind("KafkaNodePool").stream()
                .mapToInt(pool -> pool.at("/spec/replicas").asInt())
                .sum();
        findings.expect(brokers == (manifests.isForProduction() ? 3 : 1), "Kafka", "brokers are " + brokers);
        for (Manifest topic : manifests.ofKind("KafkaTopic")) {
            names.add(topic.name());
            findings.expect(
                    topic, topic.at("/spec"), "/partitions", Topics.partitions().getOrDefault(topic.name(), 0));
            findings.expect(topic, topic.at("/spec"), "/replicas", brokers);
            config(topic, brokers, findings);
        }
        findings.expectSame(
                "Kafka", "topics", names, new TreeSet<>(Topics.partitions().keySet()));
        manifests.ofKind("Kafka").forEach(kafka -> broker(kafka, manifests, brokers, findings));
        return findings.all();
    }

    private static void config(Manifest topic, int brokers, Findings findings) {
        JsonNode config = topic.at("/spec/config");
        boolean compacted = Topics.compacted().contains(topic.name());
        findings.expect(topic, config, "/cleanup.policy", compacted ? "compact" : "delete");
        boolean keeps = compacted || config.path("retention.ms").asLong() >= SHORTEST.toMillis();
        findings.expect(keeps, topic, "retention.ms is shorter than backups go back");
        findings.expect(topic, config, "/message.timestamp.type", "LogAppendTime");
        findings.expect(topic, config, "/min.insync.replicas", brokers == 1 ? 1 : brokers - 1);
    }

    private static void broker(Manifest kafka, Manifests manifests, int brokers, Findings findings) {
        JsonNode spec = kafka.at("/spec/kafka");
        findings.expect(kafka, spec, "/config/auto.create.topics.enable", false);
        findings.expect(kafka, spec, "/config/min.insync.replicas", brokers == 1 ? 1 : brokers - 1);
        findings.expect(kafka, spec, "/authorization/type", "simple");
        findings.expect(!spec.path("authorization").has("superUsers"), kafka, "superUsers pass by all rules");
        findings.expect(
                !spec.path("config").has("allow.everyone.if.no.acl.found"), kafka, "what has no rule is for nobody");
        findings.expect(spec.path("listeners").size() == 1, kafka, "listeners are not the one with TLS");
        findings.expect(kafka, spec, "/listeners/0/type", "internal");
        findings.expect(kafka, spec, "/listeners/0/tls", true);
        findings.expect(kafka, spec, "/listeners/0/authentication/type", "tls");
        findings.expect(
                manifests
                        .find("NetworkPolicy", "kafka")
                        .filter(policy ->
                                policy.at("/spec/ingress/0/from").equals(spec.at("/listeners/0/networkPolicyPeers")))
                        .isPresent(),
                kafka,
                "its listener is open to others than network/kafka.yaml says");
        String servers = manifests.setting("KAFKA_BOOTSTRAP_SERVERS").asText();
        String wanted = kafka.name() + "-kafka-bootstrap:"
                + spec.at("/listeners/0/port").asInt();
        findings.expect(
                servers.equals(wanted), kafka, "is at " + wanted + ", and the services look for it at " + servers);
        findings.expect(
                !manifests.isForProduction() || spec.at("/rack/topologyKey").isTextual(),
                kafka,
                "replicas may share a zone");
        manifests
                .where(each -> each.apiVersion().startsWith("kafka.strimzi.io") && !each.isA("Kafka"))
                .forEach(each -> findings.expect(
                        each, each.at("/metadata/labels").path("strimzi.io/cluster"), "", kafka.name()));
    }
}
