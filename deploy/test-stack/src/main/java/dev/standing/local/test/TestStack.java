package dev.standing.local.test;

import dev.standing.local.postgres.Postgres;
import dev.standing.local.process.Signals;
import dev.standing.local.token.LocalIssuer;
import dev.standing.receipts.KeyFile;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL and Kafka on free ports in a temporary folder, started once for the JVM and ended with it, however it ends.
 * What it found out lies in system properties, because a test run has several class loaders and this class may be in each.
 */
public final class TestStack {

    static final List<String> SERVICES = List.of("ingest", "scoring", "privileges");

    private static final String PROPERTY = "standing.test.";
    /** Nobody but this machine can reach it, for as long as the test runs. */
    private static final String PASSWORD = "password-of-a-test";

    private TestStack() {}

    /** The stack of this JVM, started at first sight. */
    public static TestStack get() {
        return get(null);
    }

    /** The same; where it is not running yet, tokens are signed with the keys of this folder and not with new ones. */
    public static TestStack get(@Nullable Path keys) {
        // System properties are of the boot class loader, so this lock is one for all copies of this class.
        synchronized (System.getProperties()) {
            if (System.getProperty(PROPERTY + "keys") == null) {
                Servers servers = Servers.start(PASSWORD);
                System.setProperty(PROPERTY + "postgres.port", String.valueOf(servers.postgresPort()));
                System.setProperty(PROPERTY + "kafka.port", String.valueOf(servers.kafkaPort()));
                System.setProperty(PROPERTY + "postgres.process", String.valueOf(servers.postgresProcess()));
                System.setProperty(PROPERTY + "kafka.process", String.valueOf(servers.kafkaProcess()));
                Path folder = keys == null ? servers.home().resolve("keys") : keys;
                System.setProperty(PROPERTY + "keys", folder.toString());
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

    /** Does the work while PostgreSQL with all its backends stands still: connections stay, and nothing answers. */
    public void whilePostgresHangs(Runnable work) {
        whileHanging("postgres.process", work);
    }

    /** Does the work while Kafka stands still. */
    public void whileKafkaHangs(Runnable work) {
        whileHanging("kafka.process", work);
    }

    private static void whileHanging(String name, Runnable work) {
        Set<ProcessHandle> stopped = new LinkedHashSet<>();
        try {
            ProcessHandle.of(Long.parseLong(property(name))).ifPresent(process -> stop(process, stopped));
            work.run();
        } finally {
            stopped.forEach(process -> Signals.send("CONT", process.pid()));
        }
    }

    /** Whoever has children first, so that none is born who goes on. */
    private static void stop(ProcessHandle process, Set<ProcessHandle> stopped) {
        Signals.send("STOP", process.pid());
        stopped.add(process);
        process.children().forEach(child -> stop(child, stopped));
    }

    static LocalIssuer issuer() {
        return LocalIssuer.in(Path.of(property("keys")));
    }

    /**
     * What a service has to be told to use this stack, by the names that Quarkus has for it.
     *
     * @param service {@code ingest}, {@code scoring} or {@code privileges}: its role and schema
     */
    public Map<String, String> configuration(String service) {
        if (!SERVICES.contains(service)) {
            throw new IllegalArgumentException("service: " + service + " is none of " + SERVICES);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", jdbcUrl(),
                "quarkus.datasource.reactive.url", jdbcUrl().substring("jdbc:".length()),
                "quarkus.datasource.username", service,
                "quarkus.datasource.password", PASSWORD,
                "kafka.bootstrap.servers", bootstrapServers(),
                // Not by its location: Quarkus makes a key pair for tests and prefers its own inline key to any
                // location.
                "mp.jwt.verify.publickey", issuer().publicKey(),
                "mp.jwt.verify.issuer", LocalIssuer.ISSUER,
                "standing.privileges.receipts.keys",
                        KeyFile.in(Path.of(property("keys"))).toString());
    }

    private static String property(String name) {
        String value = System.getProperty(PROPERTY + name);
        if (value == null) {
            throw new IllegalStateException("The test stack is not running. Maybe nothing called TestStack.get()");
        }
        return value;
    }
}
