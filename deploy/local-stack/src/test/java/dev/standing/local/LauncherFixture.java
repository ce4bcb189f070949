package dev.standing.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.local.home.Home;
import dev.standing.local.process.Packaging;
import dev.standing.local.process.Ports;
import dev.standing.local.stack.PortPlan;
import dev.standing.stack.StackFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The real launcher in a process of its own, over fake services and a real PostgreSQL and Kafka. */
final class LauncherFixture {

    private static final long PATIENCE_SECONDS = 90;

    private final Path root;
    private final int portBase;
    final Home home;

    LauncherFixture(Path root) throws IOException {
        this.root = root;
        this.home = new Home(root.resolve("home"));
        this.portBase = freeBase();
        for (String service : List.of("ingest", "scoring", "privileges")) {
            mend(service);
        }
    }

    /** Has a service end as soon as it begins. */
    void breakService(String service) throws IOException {
        writeFakeService(jar(service), FakeService.class.getName() + "ThatIsNotThere");
    }

    void mend(String service) throws IOException {
        writeFakeService(jar(service), FakeService.class.getName());
    }

    private Path jar(String service) {
        return root.resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
    }

    int portBase() {
        return portBase;
    }

    /** Below the ports that the kernel hands out by itself. */
    private static int freeBase() {
        while (true) {
            int base = ThreadLocalRandom.current().nextInt(12_000, 31_000);
            if (new PortPlan(base).byName().values().stream().allMatch(Ports::isFree)) {
                return base;
            }
        }
    }

    private static void writeFakeService(Path jar, String main) throws IOException {
        Files.createDirectories(Objects.requireNonNull(jar.getParent()));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream in = FakeService.class.getResourceAsStream("FakeService.class")) {
            out.putNextEntry(new JarEntry("dev/standing/local/FakeService.class"));
            Objects.requireNonNull(in).transferTo(out);
            out.closeEntry();
        }
    }

    Process run(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("run", "--no-sample", "--port-base", String.valueOf(portBase)));
        words.addAll(List.of(more));
        return command("run.out", words);
    }

    /** The exit code of a command that ends by itself. */
    int execute(String... words) throws IOException, InterruptedException {
        Process process = command("command.out", List.of(words));
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** A service that is asked on a busy machine may answer later than {@code status} waits: it is asked again, as whoever operates it would. */
    void awaitStatusReady() {
        await("status says that all are ready", () -> {
            try {
                return execute("status") == 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    /** Until what {@code run} prints has this in it. */
    void awaitOutput(String text) {
        await(text, () -> said("run.out").contains(text));
    }

    private String said(String name) {
        try {
            return output(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String output(String name) throws IOException {
        return Files.readString(root.resolve(name));
    }

    private Process command(String output, List<String> arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(Packaging.java(), "-Xmx128m", "-XX:TieredStopAtLevel=1"));
        words.addAll(List.of("-Dstanding.root=" + root, "-cp", System.getProperty("java.class.path")));
        words.add(Standing.class.getName());
        words.addAll(arguments);
        words.addAll(List.of("--home", home.folder().toString()));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(root.resolve(output).toFile())
                .start();
    }

    StackFile stack() {
        return Objects.requireNonNull(StackFile.read(home.stackFile()), "stack.json");
    }

    StackFile.Entry process(String name) {
        return Objects.requireNonNull(stack().processes().get(name), name);
    }

    void awaitReady(Process launcher) {
        await("ready", () -> {
            assertThat(launcher.isAlive())
                    .as(() -> "launcher lives, but said " + said("run.out"))
                    .isTrue();
            return Files.exists(home.stackFile())
                    && stack().phase().equals("ready")
                    && stack().launcher().pid() == launcher.pid();
        });
    }

    List<ProcessHandle> children() {
        return stack().processes().values().stream()
                .flatMap(entry -> ProcessHandle.of(entry.pid()).stream())
                .toList();
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain: %s", what).isLessThan(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
