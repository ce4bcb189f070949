package dev.standing.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaleLockTest {

    private final Path data;

    StaleLockTest(@TempDir Path data) {
        this.data = data;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "12x\n"})
    void lockThatWasCutOffIsRemoved(String content) throws IOException {
        assertThat(isLeftAfter(content)).isFalse();
    }

    @Test
    void lockOfAnotherProgramIsRemoved() throws IOException {
        assertThat(isLeftAfter(ProcessHandle.current().pid() + "\n")).isFalse();
    }

    @Test
    void lockOfADeadServerIsLeftForPostgresToJudge() throws IOException {
        assertThat(isLeftAfter("999999999\n/data\n")).isTrue();
    }

    private boolean isLeftAfter(String content) throws IOException {
        Path lock = Files.writeString(data.resolve("postmaster.pid"), content);
        StaleLock.clear(data);
        return Files.exists(lock);
    }
}
