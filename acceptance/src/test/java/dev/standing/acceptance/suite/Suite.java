package dev.standing.acceptance.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running suite with a home of its own, started by {@code ./standing run} as a user starts it. */
public final class Suite implements AutoCloseable {
    private static final int TO_MANAGEMENT_PORT = 1000;
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration RESTART_PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, String> ENVIRONMENT = Map.of("STANDING_BUILD", "never", "LC_ALL", "C");
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Path home;
    private final Path output;
    private final Process process;
    private final StackFile stack;

    private Suite(Path home, Path output, Process process) {
        this.home = home;
        this.output = output;
        this.process = process;
        this.stack = new StackFile(home);
    }

    /**
     * Starts a suite on free ports, in a fresh home below {@code target}, and waits until all of it is ready. The home's path
     * has what paths at a desk have, and the locale is that of a machine where nobody set one.
     */
    public static Suite start(String name, String... options) {
        return start(name, freePortBase(), options);
    }

    public static Suite start(String name, int portBase, String... options) {
        Path home = Repository.target().resolve("suites & ümlauts").resolve(name);
        Path output = home.resolveSibling(home.getFileName() + ".out");
        List<String> command = new ArrayList<>(
                List.of("./standing", "run", "--port-base", String.valueOf(portBase), "--home", home.toString()));
        command.addAll(Arrays.asList(options));
        try {
            delete(home);
            Files.createDirectories(home.getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(Repository.root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(ENVIRONMENT);
            Suite suite = new Suite(home, output, builder.start());
            try {
                suite.awaitReady(START_PATIENCE);
            } catch (AssertionError | RuntimeException e) {
                suite.close();
                throw new IllegalStateException("the suite did not start; it said:\n" + suite.said(), e);
            }
            return suite;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }

    public Path home() {
        return home;
    }

    /** The folder with the keys of the issuer. */
    public Path keys() {
        return stack.keys();
    }

    public URI url(Service service) {
        return stack.url(service);
    }

    /** Where a service tells its health and its metrics. */
    public URI management(Service service) {
        URI url = stack.url(service);
        return URI.create("http://" + url.getHost() + ":" + (url.getPort() + TO_MANAGEMENT_PORT));
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + stack.port("kafka");
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** All that the launcher printed so far. */
    public String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9} of a process, by its name in the stack file; returns once that process is gone. */
    public void kill(String name) {
        long pid = stack.pid(name);
        Optional<ProcessHandle> handle = ProcessHandle.of(pid);
        if (handle.isEmpty() || !handle.get().destroyForcibly()) {
            throw new IllegalStateException(name + " with process id " + pid + " could not be killed: is it running?");
        }
        Await.until(name + " is gone", Duration.ofSeconds(10), handle.get()::isAlive, alive -> !alive);
    }

    /** Waits until the launcher printed this. */
    public void awaitSaid(String words, Duration patience) {
        Await.until("the launcher says " + words, patience, this::said, said -> said.contains(words));
    }

    /** What another command of the launcher prints about this suite, without the last line break. */
    public String command(String... words) {
        List<String> command = new ArrayList<>(List.of("./standing"));
        command.addAll(Arrays.asList(words));
        command.addAll(List.of("--home", home.toString()));
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(Repository.root().toFile());
            builder.environment().putAll(ENVIRONMENT);
            builder.redirectError(ProcessBuilder.Redirect.INHERIT);
            Process run = builder.start();
            String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (run.waitFor() != 0) {
                throw new IllegalStateException(command + " ended with " + run.exitValue() + " and said: " + printed);
            }
            return printed.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until every service says that it is ready. */
    public void awaitReady() {
        awaitReady(RESTART_PATIENCE);
    }

    private void awaitReady(Duration patience) {
        Await.until("all was ready once", patience, () -> lives() && stack.wasReady(), ready -> ready);
        Await.until("every process serves", patience, () -> lives() && stack.allServe(), ready -> ready);
        for (Service service : Service.values()) {
            Await.until(service + " is ready", patience, () -> readiness(service), status -> status == 200);
        }
    }

    private boolean lives() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the launcher ended:\n" + said());
        }
        return true;
    }

    /** The status of the readiness check; 0 where nobody answers. */
    public int readiness(Service service) {
        URI uri = management(service).resolve("/q/health/ready");
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it as Ctrl-C or a SIGTERM does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the suite did not stop within " + STOP_PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first of three ports in a row, and of those that the launcher may use beside them, that nobody uses now. */
    private static int freePortBase() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int base = 20_000 + (int) (Math.random() * 10_000);
            if (free(base, 10) && free(base + TO_MANAGEMENT_PORT, 10)) {
                return base;
            }
        }
        throw new IllegalStateException("no ten free ports in a row between 20000 and 30000");
    }

    /** Whether nobody listens on so many ports from this one on. */
    public static boolean free(int base, int count) {
        for (int port = base; port < base + count; port++) {
            try (ServerSocket socket = new ServerSocket(port)) {
                socket.setReuseAddress(true);
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
