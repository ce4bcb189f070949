package dev.standing.manifests.acl;

import dev.standing.contracts.event.Topics;
import dev.standing.local.kafka.Kafka;
import dev.standing.local.process.ChildProcess;
import dev.standing.local.process.Guard;
import dev.standing.local.process.Ports;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A broker that asks who somebody is, by TLS, and what they may. Besides, it has the plain port of the tests, whose unnamed callers may do
 * everything: the broker itself is one of them.
 */
final class GuardedBroker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Certificates certificates;
    private final int port;
    private final Kafka kafka;
    private final ChildProcess process;
    private final Guard guard;

    private GuardedBroker(Certificates certificates, int port, Kafka kafka, ChildProcess process, Guard guard) {
        this.certificates = certificates;
        this.port = port;
        this.kafka = kafka;
        this.process = process;
        this.guard = guard;
    }

    static GuardedBroker start(Path folder, Certificates certificates) throws Exception {
        List<Integer> ports = Ports.free(3);
        Path settings = folder.resolve("broker.properties");
        try (Writer writer = Files.newBufferedWriter(settings)) {
            settings(certificates, ports).store(writer, null);
        }
        Kafka kafka = new Kafka(new Kafka.Settings(
                folder.resolve("kafka"), ports.get(0), ports.get(1), Topics.partitions(), folder.resolve("kafka.log")));
        Guard guard = Guard.startAndDelete(Duration.ofSeconds(5), folder);
        ChildProcess process = kafka.start(guard, "-Dstanding.kafka.settings=" + settings);
        kafka.awaitReady(process, PATIENCE);
        writeToAll(kafka);
        return new GuardedBroker(certificates, ports.get(2), kafka, process, guard);
    }

    /** So that whoever may read reads something. */
    private static void writeToAll(Kafka kafka) throws ExecutionException, InterruptedException {
        Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var producer = new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
            for (String topic : Topics.partitions().keySet()) {
                producer.send(new ProducerRecord<>(topic, 0, "key", new byte[] {1}))
                        .get();
            }
        }
    }

    private static Properties settings(Certificates certificates, List<Integer> ports) {
        Properties settings = new Properties();
        String plain = "PLAINTEXT://127.0.0.1:" + ports.get(0);
        String guarded = "SSL://127.0.0.1:" + ports.get(2);
        settings.put("listeners", plain + "," + guarded + ",CONTROLLER://127.0.0.1:" + ports.get(1));
        settings.put("advertised.listeners", plain + "," + guarded);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,SSL:SSL,CONTROLLER:PLAINTEXT");
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:ANONYMOUS");
        settings.put("ssl.client.auth", "required");
        settings.putAll(certificates.settings("broker"));
        return settings;
    }

    void allow(List<AclBinding> rules) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) kafka.bootstrapServers()))) {
            admin.createAcls(rules).all().get();
        }
    }

    /** For clients of that name. */
    Map<String, Object> client(String name) {
        Map<String, Object> client = new HashMap<>(certificates.settings(name));
        client.put("bootstrap.servers", "127.0.0.1:" + port);
        client.put("security.protocol", "SSL");
        return client;
    }

    @Override
    public void close() {
        process.kill();
        guard.forget(process.handle().pid());
    }
}
