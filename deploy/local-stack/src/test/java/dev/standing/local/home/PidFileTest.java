package dev.standing.local.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PidFileTest {

    private final Path folder;

    PidFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private PidFile file() {
        return new PidFile(folder.resolve("it.pid"));
    }

    @Test
    void livingProcessIsFoundAgain() {
        file().write(ProcessHandle.current());
        assertThat(file().process()).contains(ProcessHandle.current());
    }

    @Test
    void endedProcessIsNotFound() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        file().write(process.toHandle());
        process.destroyForcibly().waitFor();
        assertThat(file().process()).isEmpty();
    }

    @Test
    void sameIdWithAnotherStartIsSomebodyElse() throws IOException {
        long anHourAgo = System.currentTimeMillis() - 3_600_000;
        Files.writeString(folder.resolve("it.pid"), ProcessHandle.current().pid() + " " + anHourAgo + "\n");
        assertThat(file().process()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "a b", "1 2 3"})
    void damagedFileNamesNobody(String content) throws IOException {
        Files.writeString(folder.resolve("it.pid"), content);
        assertThat(file().process()).isEmpty();
    }
}
