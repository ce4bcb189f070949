package dev.standing.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.local.process.Signals;
import dev.standing.stack.StackFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class LauncherIT {

    private final LauncherFixture fixture;

    LauncherIT(@TempDir Path folder) throws IOException {
        this.fixture = new LauncherFixture(folder.resolve("a blank & an ümlaut"));
    }

    @AfterEach
    void stop() throws Exception {
        fixture.execute("stop");
    }

    @Test
    void whateverIsKilledComesBackAndStoppingLeavesNothing() throws Exception {
        // Given a running stack
        Process launcher = fixture.run();
        fixture.awaitReady(launcher);
        fixture.awaitStatusReady();

        // Then a second launcher is told of the first
        assertThat(fixture.execute("run", "--no-sample")).isEqualTo(1);
        assertThat(fixture.output("command.out")).contains("./standing stop").hasLineCount(1);

        // When each kind of process is killed in turn, then it comes back as another process
        for (String name : List.of("ingest-service", "kafka", "postgresql")) {
            long killed = fixture.process(name).pid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            LauncherFixture.await(
                    name + " comes back",
                    () -> fixture.process(name).pid() != killed
                            && fixture.process(name).state().equals("ready"));
            assertThat(fixture.process(name).restarts()).isGreaterThanOrEqualTo(1);
        }

        // When it is told to end, then all end within ten seconds
        List<ProcessHandle> children = fixture.children();
        assertThat(children).hasSize(5);
        launcher.destroy();
        assertThat(launcher.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(fixture.stack().phase()).isEqualTo("stopped");
        assertThat(fixture.execute("status")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void launcherThatWasKilledIsFollowedByAnother(boolean guardToo) throws Exception {
        // Given a stack whose launcher is killed hard, and perhaps the guard with it
        Process first = fixture.run();
        fixture.awaitReady(first);
        List<ProcessHandle> orphans = fixture.children();
        List<ProcessHandle> guards = first.children()
                .filter(child -> orphans.stream().noneMatch(child::equals))
                .toList();
        if (guardToo) {
            guards.forEach(ProcessHandle::destroyForcibly);
        }
        first.destroyForcibly().waitFor();

        // Then its processes end by themselves, as long as there is a guard
        if (!guardToo) {
            LauncherFixture.await("orphans end", () -> orphans.stream().noneMatch(ProcessHandle::isAlive));
        }

        // And the next launcher starts, and none of the old processes is left
        fixture.awaitReady(fixture.run());
        assertThat(orphans).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void whatAnEarlierRunLeftBehindIsGoneBeforeItsPortsAreAskedFor() throws Exception {
        // Given processes without launcher and guard, that hang
        Process first = fixture.run();
        fixture.awaitReady(first);
        List<ProcessHandle> orphans = fixture.children();
        first.children().filter(child -> !orphans.contains(child)).forEach(ProcessHandle::destroyForcibly);
        first.destroyForcibly().waitFor();
        orphans.forEach(orphan -> Signals.send("STOP", orphan.pid()));

        // Then the next launcher ends them, and starts
        fixture.awaitReady(fixture.run());
        assertThat(orphans).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void aStatusFileThatCannotBeWrittenEndsNoSupervision() throws Exception {
        // Given a running stack whose status cannot be written any more, as on a full disk
        fixture.awaitReady(fixture.run());
        Path inTheWay = Files.createDirectory(
                fixture.home.stackFile().resolveSibling(fixture.home.stackFile().getFileName() + ".unfinished"));
        StackFile.Entry kafka = fixture.process("kafka");

        // When a process is killed, then the old file is not believed
        ProcessHandle.of(kafka.pid()).orElseThrow().destroyForcibly();
        LauncherFixture.await("kafka is gone", () -> ProcessHandle.of(kafka.pid())
                .filter(ProcessHandle::isAlive)
                .isEmpty());
        assertThat(fixture.execute("status")).isEqualTo(1);

        // And it is started again, and what cannot be written is told in one line
        fixture.awaitOutput("ready again after");
        assertThat(fixture.output("run.out").lines().filter(line -> line.contains("cannot be written")))
                .hasSize(1);

        // And once it can be written again, it says what is
        Files.delete(inTheWay);
        LauncherFixture.await(
                "the file says so",
                () -> fixture.process("kafka").pid() != kafka.pid()
                        && fixture.process("kafka").state().equals("ready"));
        fixture.awaitStatusReady();
    }

    @Test
    void aServiceThatDoesNotStartIsToldOnceAndLeavesTheOthersRunning() throws Exception {
        // Given a service that ends as often as it is started, as one whose policy is refused
        fixture.breakService("privileges");

        // Then the others serve, and it is told in one line with its log
        fixture.awaitReady(fixture.run());
        assertThat(fixture.process("ingest-service").state()).isEqualTo("ready");
        assertThat(fixture.process("scoring-service").state()).isEqualTo("ready");
        fixture.awaitOutput("but for privileges-service");
        assertThat(fixture.output("run.out").lines().filter(line -> line.contains(" times. See")))
                .singleElement()
                .asString()
                .contains("privileges-service ended with 1")
                .contains(fixture.home.log("privileges-service").toString());
        assertThat(fixture.execute("status")).isEqualTo(1);

        // And once nothing stands in its way, it serves too
        fixture.mend("privileges");
        LauncherFixture.await(
                "privileges serve",
                () -> fixture.process("privileges-service").state().equals("ready"));
        fixture.awaitStatusReady();
    }

    @Test
    void portInUseIsOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(fixture.portBase() + 2, 1, InetAddress.getLoopbackAddress())) {
            String base = String.valueOf(fixture.portBase());
            assertThat(fixture.execute("run", "--no-sample", "--port-base", base))
                    .isEqualTo(1);
            assertThat(fixture.output("command.out"))
                    .contains(String.valueOf(taken.getLocalPort()))
                    .contains("--port-base")
                    .hasLineCount(1);
        }
    }

    @Test
    void cutOffInitializationIsHealed() throws Exception {
        // Given a first start that ended in the middle of making the database
        Process first = fixture.run();
        fixture.awaitReady(first);
        first.destroy();
        first.waitFor();
        Files.delete(fixture.home.data("postgresql").resolve("standing.initialized"));
        Files.delete(fixture.home.data("postgresql").resolve("global/pg_control"));

        // Then the next start makes it anew
        fixture.awaitReady(fixture.run());
    }
}
