package dev.standing.acceptance.crash;

import dev.standing.stack.Await;
import dev.standing.stack.Management;
import dev.standing.stack.ManagementPort;
import dev.standing.stack.Readiness;
import dev.standing.stack.Suite;
import dev.standing.stack.http.Told;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A second process of a service, as an orchestrator adds it: the same command and settings, and ports of its own. */
final class Replica implements AutoCloseable {
    private static final int ABOVE_THE_FIRST = 300;
    private static final Duration START = Duration.ofMinutes(3);

    private final Process process;
    private final int port;

    private Replica(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Of the process with that name in the stack file, once it is ready. */
    static Replica of(Suite suite, String name) throws IOException {
        long first = suite.stack().process(name).pid();
        int port = suite.stack().process(name).port() + ABOVE_THE_FIRST;
        Path log = suite.home().resolve(name + "-replica.log");
        ProcessBuilder builder = new ProcessBuilder(words(first, "cmdline"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        for (String entry : words(first, "environ")) {
            int sign = entry.indexOf('=');
            environment.put(entry.substring(0, sign), entry.substring(sign + 1));
        }
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(ManagementPort.of(port)));
        Replica replica = new Replica(builder.start(), port);
        try {
            Await.until("the replica of " + name + " is ready", START, new Readiness(port)::isReady, ready -> ready);
            return replica;
        } catch (Throwable e) {
            replica.close();
            throw e;
        }
    }

    boolean leads() {
        return leads(port);
    }

    /** Whether the process of a service with this port says that it leads. */
    static boolean leads(int port) {
        return new Management(port)
                .page("/q/metrics")
                .map(page -> new Told(page).sum("standing_writer_leading") > 0)
                .orElse(false);
    }

    private static List<String> words(long pid, String file) throws IOException {
        String all = Files.readString(Path.of("/proc", String.valueOf(pid), file), StandardCharsets.UTF_8);
        return new ArrayList<>(List.of(all.split("\0")));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
