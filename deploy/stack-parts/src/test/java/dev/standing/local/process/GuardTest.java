package dev.standing.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second JVM plays whoever starts things, so that it can be killed. */
class GuardTest {

    private final Path folder;

    GuardTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Starts a guarded child that sleeps, writes its id and sleeps too. */
    static final class Starter {
        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            Guard guard = Guard.startAndDelete(Duration.ofSeconds(2), folder.resolve("scratch"));
            ChildProcess child = ChildProcess.start(
                    new ChildProcess.Command(List.of("sleep", "60"), Map.of(), folder.resolve("child.log"), "TERM"),
                    guard);
            Path unfinished = folder.resolve("pid.unfinished");
            Files.writeString(unfinished, String.valueOf(child.handle().pid()));
            Files.move(unfinished, folder.resolve("pid"));
            child.onExit().join();
        }
    }

    @Test
    void killedStarterLeavesNothingBehind() throws Exception {
        // Given a starter with a child and a folder to delete
        Files.createDirectories(folder.resolve("scratch/deep"));
        Process starter = new ProcessBuilder(
                        Packaging.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        await(() -> Files.exists(folder.resolve("pid")));
        ProcessHandle child = ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("pid"))))
                .orElseThrow();
        assertThat(child.isAlive()).isTrue();

        // When it is killed hard
        starter.destroyForcibly().waitFor();

        // Then the child ends and the folder goes
        child.onExit().get(10, TimeUnit.SECONDS);
        await(() -> !Files.exists(folder.resolve("scratch")));
    }

    @Test
    void releasedGuardLeavesTheChildAlone() throws Exception {
        Guard guard = Guard.start(Duration.ofSeconds(1));
        ChildProcess child = ChildProcess.start(
                new ChildProcess.Command(List.of("sleep", "60"), Map.of(), folder.resolve("child.log"), "TERM"), guard);
        guard.release();
        Thread.sleep(300);
        assertThat(child.isAlive()).isTrue();
        child.kill();
        assertThat(child.isAlive()).isFalse();
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
