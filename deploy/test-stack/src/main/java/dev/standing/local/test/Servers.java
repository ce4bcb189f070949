package dev.standing.local.test;

import dev.standing.contracts.event.Topics;
import dev.standing.local.kafka.ClassCache;
import dev.standing.local.kafka.Kafka;
import dev.standing.local.postgres.Postgres;
import dev.standing.local.postgres.Role;
import dev.standing.local.process.ChildProcess;
import dev.standing.local.process.Guard;
import dev.standing.local.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The two servers, started at the same time; they end with this JVM, and their folder with them. */
record Servers(Path home, int postgresPort, int kafkaPort, long postgresProcess, long kafkaProcess) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** {@code password} becomes that of every role. */
    static Servers start(String password) {
        Path home = temporaryFolder();
        Guard guard = Guard.startAndDelete(Duration.ofSeconds(5), home);
        List<Integer> ports = Ports.free(3);
        CompletableFuture<ChildProcess> kafka = CompletableFuture.supplyAsync(() -> startKafka(home, ports, guard));
        ChildProcess postgres = startPostgres(home, ports.get(0), password, guard);
        ChildProcess broker = kafka.join();
        // The hook also keeps the guard reachable: were it collected, its pipe would be closed and the servers ended.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(List.of(postgres, broker), guard), "test-stack"));
        return new Servers(
                home,
                ports.get(0),
                ports.get(1),
                postgres.handle().pid(),
                broker.handle().pid());
    }

    private static ChildProcess startPostgres(Path home, int port, String password, Guard guard) {
        Postgres postgres = new Postgres(
                new Postgres.Settings(home.resolve("postgres"), port, password, home.resolve("postgres.log")));
        postgres.initialize();
        ChildProcess process = postgres.start(guard);
        List<Role> roles = TestStack.SERVICES.stream()
                .map(name -> new Role(name, password))
                .toList();
        postgres.provision(roles, process, PATIENCE);
        return process;
    }

    private static ChildProcess startKafka(Path home, List<Integer> ports, Guard guard) {
        Kafka kafka = new Kafka(new Kafka.Settings(
                home.resolve("kafka"), ports.get(1), ports.get(2), Topics.partitions(), home.resolve("kafka.log")));
        prepare();
        ChildProcess process = kafka.start(guard);
        kafka.awaitReady(process, PATIENCE);
        return process;
    }

    /** The first of the many modules of a build whose tests start a broker does it for all; without, each start is slower, no more. */
    private static void prepare() {
        try {
            ClassCache.ensure();
        } catch (IOException | RuntimeException e) {
            System.err.println("Kafka's cache of loaded classes was not made: " + e.getMessage());
        }
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
}
