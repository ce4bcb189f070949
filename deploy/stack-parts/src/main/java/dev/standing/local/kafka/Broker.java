package dev.standing.local.kafka;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.logging.LogManager;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * The main class of the broker's process: one KRaft node that is broker and controller. Arguments: data folder, port, controller
 * port, a file to create once all is ready, then topics as {@code name:partitions}. The system property
 * {@value #MORE_SETTINGS} may name a file with settings that come before ours.
 */
public final class Broker {

    private static final int NODE = 1;
    private static final String MORE_SETTINGS = "standing.kafka.settings";

    private Broker() {}

    public static void main(String[] arguments) throws Exception {
        quietLogs();
        Path data = Path.of(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        int controllerPort = Integer.parseInt(arguments[2]);
        Path ready = Path.of(arguments[3]);
        List<String> topics = Arrays.asList(arguments).subList(4, arguments.length);

        format(data);
        Properties settings = BrokerSettings.of(NODE, data, port, controllerPort);
        settings.putAll(moreSettings());
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        // Kafka's own launcher has this hook and the server has not; without it every restart recovers its logs.
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        createTopics(port, topics);
        Files.createFile(ready);
        server.awaitShutdown();
    }

    private static Properties moreSettings() throws IOException {
        Properties more = new Properties();
        String file = System.getProperty(MORE_SETTINGS);
        if (file != null) {
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                more.load(reader);
            }
        }
        return more;
    }

    private static void format(Path data) throws Exception {
        // A folder that was cut off while being formatted has no meta.properties, and is formatted again.
        Formatter formatter = new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(NODE)
                .setClusterId(clusterId(data))
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(data.toString())
                .setIgnoreFormatted(true);
        formatter.addDirectory(data.toString());
        formatter.run();
    }

    private static String clusterId(Path data) throws IOException {
        Path file = data.resolveSibling(data.getFileName() + ".cluster-id");
        if (!Files.exists(file) || Files.size(file) == 0) {
            Files.writeString(file, Uuid.randomUuid().toString());
        }
        return Files.readString(file).strip();
    }

    private static void createTopics(int port, List<String> wanted) throws ExecutionException, InterruptedException {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", "127.0.0.1:" + port);
        try (Admin admin = Admin.create(properties)) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = wanted.stream()
                    .map(topic -> topic.split(":", 2))
                    .filter(parts -> !present.contains(parts[0]))
                    .map(parts -> new NewTopic(parts[0], Integer.parseInt(parts[1]), (short) 1))
                    .toList();
            if (!missing.isEmpty()) {
                admin.createTopics(missing).all().get();
            }
        }
    }

    private static void quietLogs() throws IOException {
        String format = "%1$tF %1$tT.%1$tL %4$s %3$s %5$s%6$s%n";
        System.setProperty("java.util.logging.SimpleFormatter.format", format);
        String configuration = """
                handlers=java.util.logging.ConsoleHandler
                java.util.logging.ConsoleHandler.level=ALL
                .level=WARNING
                kafka.server.KafkaRaftServer.level=INFO
                """;
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(configuration.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
