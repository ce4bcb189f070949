package dev.standing.manifests.acl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.Topics;
import dev.standing.manifests.Manifests;
import dev.standing.manifests.acl.Attempt.Caller;
import dev.standing.manifests.code.ServiceCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Every service, every topic, every operation, on a real broker: what the service's code does succeeds, and nothing else. */
class AclIT {
    private static final String STRANGER = "somebody-without-rules";
    private static final String OPERATOR = "operator";
    private static final List<String> GROUPS = List.of(
            "ingest-service", "ingest-service-2", "scoring-service-1", "privileges-service-1", OPERATOR, "another");

    private static GuardedBroker broker;

    @BeforeAll
    static void start(@TempDir(cleanup = CleanupMode.NEVER) Path folder) throws Exception {
        List<String> names = new ArrayList<>(List.of("broker", STRANGER));
        names.addAll(users());
        broker = GuardedBroker.start(folder, Certificates.make(folder, names));
        broker.allow(Rules.of(Manifests.render("overlays/production")));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    /** The services, and who looks at what they could not read. */
    private static List<String> users() {
        return Stream.concat(ServiceCode.all().map(ServiceCode::name), Stream.of(OPERATOR))
                .toList();
    }

    private static Set<String> deadLetters() {
        return ServiceCode.all()
                .flatMap(code -> code.deadLetters().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void what_succeeds_on_topics_is_what_the_code_does() throws InterruptedException {
        Set<String> succeeded = new TreeSet<>();
        List<String> names = new ArrayList<>(users());
        names.add(STRANGER);
        for (String name : names) {
            Map<String, Object> client = broker.client(name);
            try (Admin admin = Admin.create(client);
                    var producer =
                            new KafkaProducer<>(patientFor(client), new StringSerializer(), new ByteArraySerializer());
                    var consumer =
                            new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                Caller caller = new Caller(admin, producer, consumer);
                for (String topic : Topics.partitions().keySet()) {
                    for (Attempt attempt : Attempt.values()) {
                        if (attempt.succeeds(caller, topic)) {
                            succeeded.add(name + " " + attempt + " " + topic);
                        }
                    }
                }
            }
        }

        assertThat(succeeded).containsExactlyInAnyOrderElementsOf(declared());
    }

    private static Set<String> declared() {
        Set<String> declared = new TreeSet<>();
        ServiceCode.all().forEach(code -> {
            code.heard().forEach(topic -> declared.add(code.name() + " READ " + topic));
            code.said().forEach(topic -> declared.add(code.name() + " WRITE " + topic));
            code.deadLetters().forEach(topic -> declared.add(code.name() + " WRITE " + topic));
        });
        deadLetters().forEach(topic -> declared.add(OPERATOR + " READ " + topic));
        for (String cell : List.copyOf(declared)) {
            declared.add(cell.replaceFirst(" (READ|WRITE) ", " DESCRIBE "));
        }
        return declared;
    }

    @Test
    void each_joins_its_own_groups_alone() {
        Set<String> joined = new TreeSet<>();
        Map<String, Set<String>> heard = new TreeMap<>(Map.of(OPERATOR, deadLetters()));
        ServiceCode.all().forEach(code -> heard.put(code.name(), code.heard()));
        heard.forEach((name, topics) -> {
            for (String group : GROUPS) {
                if (joins(name, topics, group)) {
                    joined.add(name + " " + group);
                }
            }
        });

        assertThat(joined)
                .containsExactlyInAnyOrder(
                        "operator operator",
                        "ingest-service ingest-service",
                        "scoring-service scoring-service-1",
                        "privileges-service privileges-service-1");
    }

    private static boolean joins(String name, Set<String> topics, String group) {
        Map<String, Object> client = broker.client(name);
        client.put("group.id", group);
        try (var consumer = new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(topics);
            for (int i = 0; i < 300 && consumer.assignment().isEmpty(); i++) {
                consumer.poll(Duration.ofMillis(100));
            }
            return !consumer.assignment().isEmpty();
        } catch (AuthorizationException e) {
            return false;
        }
    }

    @Test
    void nobody_makes_topics_or_rules() {
        for (String name : users()) {
            try (Admin admin = Admin.create(broker.client(name))) {
                assertThat(admin.createTopics(List.of(new NewTopic("standing.new", 1, (short) 1)))
                                .all()
                                .toCompletionStage())
                        .failsWithin(Duration.ofSeconds(20))
                        .withThrowableThat()
                        .withCauseInstanceOf(AuthorizationException.class);
                assertThat(admin.createAcls(Rules.of(Manifests.render("overlays/production")))
                                .all()
                                .toCompletionStage())
                        .failsWithin(Duration.ofSeconds(20))
                        .withThrowableThat()
                        .withCauseInstanceOf(AuthorizationException.class);
            }
        }
    }

    /** A topic that may not be seen is waited for as if it came; not for long. */
    private static Map<String, Object> patientFor(Map<String, Object> client) {
        Map<String, Object> producer = new HashMap<>(client);
        producer.put("max.block.ms", "5000");
        producer.put("acks", "all");
        return producer;
    }
}
