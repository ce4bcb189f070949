package dev.standing.benchmarks.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A suite started by {@code ./standing run}, with data of its own, ended on close. */
public final class RunningSuite implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private final Process launcher;

    private RunningSuite(Path home, Process launcher) {
        this.home = home;
        this.launcher = launcher;
    }

    /**
     * Starts a suite and returns when it is ready.
     *
     * @param home folder of its data; kept from an earlier run where it is there
     * @param settings environment variables for the services
     */
    public static RunningSuite start(Path home, int portBase, Map<String, String> settings) {
        try {
            Files.createDirectories(home);
            Files.deleteIfExists(home.resolve("stack.json"));
            ProcessBuilder builder = new ProcessBuilder(
                            "./standing",
                            "run",
                            "--no-sample",
                            "--port-base",
                            String.valueOf(portBase),
                            "--home",
                            home.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("launcher.log").toFile());
            builder.environment().put("STANDING_BUILD", "never");
            builder.environment().putAll(settings);
            RunningSuite suite = new RunningSuite(home, builder.start());
            suite.awaitReady();
            return suite;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!ready()) {
            if (!launcher.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException("the suite did not start, see " + home.resolve("launcher.log"));
            }
            pause();
        }
    }

    private boolean ready() throws IOException {
        Path stack = home.resolve("stack.json");
        return Files.exists(stack) && "ready".equals(stack().path("phase").asText());
    }

    /** Long enough to leave the machine to what is measured. */
    public static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The launcher's own account of what runs where. */
    public JsonNode stack() {
        try {
            return JSON.readTree(home.resolve("stack.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode process(String name) {
        JsonNode process = stack().path("processes").path(name);
        if (process.isMissingNode()) {
            throw new IllegalStateException("stack.json has no process " + name);
        }
        return process;
    }

    public int port(String part) {
        return process(part).path("port").asInt();
    }

    public long pid(String part) {
        return process(part).path("pid").asLong();
    }

    /** Sends a signal to one process of the suite. */
    public void signal(long pid, String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(pid))
                    .inheritIO()
                    .start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("kill -" + name + " " + pid + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A token as {@code ./standing token} prints it. */
    public String token(String... whose) {
        List<String> command = new ArrayList<>(List.of("./standing", "token"));
        command.addAll(List.of(whose));
        command.addAll(List.of("--home", home.toString()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection as the role of one service, for what a benchmark asks of PostgreSQL alone. */
    public Connection database(String role) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", role);
        try {
            JsonNode passwords =
                    JSON.readTree(home.resolve("secrets/database.json").toFile());
            login.setProperty("password", passwords.path(role).asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port("postgresql") + "/standing", login);
    }

    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
