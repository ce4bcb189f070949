package dev.standing.local.test;

import dev.standing.contracts.event.Topics;
import dev.standing.local.kafka.Kafka;
import dev.standing.local.postgres.Postgres;
import dev.standing.local.postgres.Role;
import dev.standing.local.process.ChildProcess;
import dev.standing.local.process.Guard;
import dev.standing.local.process.Ports;
import dev.standing.local.token.LocalIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * PostgreSQL and Kafka on free ports in a temporary folder, started once for the JVM and ended with it, however it ends.
 * What it found out lies in system properties, because a test run has several class loaders and this class may be in each.
 */
public final class TestStack {

    static final String PROPERTY = "standing.test.";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> SERVICES = List.of("ingest", "scoring", "privileges");
    /** Nobody but this machine can reach it, for as long as the test runs. */
    private static final String PASSWORD = "password-of-a-test";

    private TestStack() {}

    /** The stack of this JVM, started at first sight. */
    public static TestStack get() {
        // System properties are of the boot class loader, so this lock is one for all copies of this class.
        synchronized (System.getProperties()) {
            if (System.getProperty(PROPERTY + "home") == null) {
                start();
            }
        }
        return new TestStack();
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + property("kafka.port");
    }

    /** {@code jdbc:postgresql://…} of the one database. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + property("postgres.port") + "/" + Postgres.DATABASE;
    }

    /** The password of each role: {@code ingest}, {@code scoring}, {@code privileges}, and of the superuser {@code postgres}. */
    public String password() {
        return PASSWORD;
    }

    static Path home() {
        return Path.of(property("home"));
    }

    static String serviceOfModule() {
        String module = Path.of("").toAbsolutePath().getFileName().toString();
        String service = module.replace("-service", "");
        if (!SERVICES.contains(service)) {
            throw new IllegalStateException("service: the folder " + module + " is none of " + SERVICES
                    + ". Maybe name it: @QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(…))");
        }
        return service;
    }

    Map<String, String> configuration(String service) {
        if (!SERVICES.contains(service)) {
            throw new IllegalArgumentException("service: " + service + " is none of " + SERVICES);
        }
        Map<String, String> configuration = new HashMap<>();
        configuration.put("quarkus.datasource.jdbc.url", jdbcUrl());
        configuration.put("quarkus.datasource.reactive.url", jdbcUrl().substring("jdbc:".length()));
        configuration.put("quarkus.datasource.username", service);
        configuration.put("quarkus.datasource.password", PASSWORD);
        configuration.put("quarkus.devservices.enabled", "false");
        configuration.put("quarkus.http.test-port", "0");
        configuration.put("kafka.bootstrap.servers", bootstrapServers());
        // Not by its location: Quarkus makes a key pair for tests and prefers its own inline key to any location.
        configuration.put("mp.jwt.verify.publickey", Tokens.issuer().publicKey());
        configuration.put("mp.jwt.verify.issuer", LocalIssuer.ISSUER);
        return Map.copyOf(configuration);
    }

    private static void start() {
        Path home = temporaryFolder();
        Guard guard = Guard.startAndDelete(Duration.ofSeconds(5), home);
        List<Integer> ports = Ports.free(3);
        CompletableFuture<ChildProcess> kafka = CompletableFuture.supplyAsync(() -> startKafka(home, ports, guard));
        ChildProcess postgres = startPostgres(home, ports.get(0), guard);
        ChildProcess broker = kafka.join();
        // The hook also keeps the guard reachable: were it collected, its pipe would be closed and the servers ended.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(List.of(postgres, broker), guard), "test-stack"));
        System.setProperty(PROPERTY + "postgres.port", String.valueOf(ports.get(0)));
        System.setProperty(PROPERTY + "kafka.port", String.valueOf(ports.get(1)));
        System.setProperty(PROPERTY + "home", home.toString());
    }

    private static ChildProcess startPostgres(Path home, int port, Guard guard) {
        Postgres postgres = new Postgres(
                new Postgres.Settings(home.resolve("postgres"), port, PASSWORD, home.resolve("postgres.log")));
        postgres.initialize();
        ChildProcess process = postgres.start(guard);
        List<Role> roles =
                SERVICES.stream().map(name -> new Role(name, PASSWORD)).toList();
        postgres.provision(roles, process, PATIENCE);
        return process;
    }

    private static ChildProcess startKafka(Path home, List<Integer> ports, Guard guard) {
        Map<String, Integer> topics = new HashMap<>();
        for (String topic : Topics.all()) {
            topics.put(topic, Topics.PARTITIONS);
            topics.put(Topics.deadLetters(topic), Topics.PARTITIONS);
        }
        Kafka kafka = new Kafka(new Kafka.Settings(
                home.resolve("kafka"), ports.get(1), ports.get(2), topics, home.resolve("kafka.log")));
        ChildProcess process = kafka.start(guard, List.of());
        kafka.awaitReady(process, PATIENCE);
        return process;
    }

    /** Nobody wants the data again, so nobody waits: the guard deletes it once the pipe to it closes with this JVM. */
    private static void stop(List<ChildProcess> children, Guard guard) {
        children.forEach(ChildProcess::kill);
        children.forEach(child -> guard.forget(child.handle().pid()));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("standing-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "No folder for the test stack in the temporary folder: " + e.getMessage(), e);
        }
    }

    private static String property(String name) {
        String value = System.getProperty(PROPERTY + name);
        if (value == null) {
            throw new IllegalStateException("The test stack is not running. Maybe the test lacks StackResource");
        }
        return value;
    }
}
