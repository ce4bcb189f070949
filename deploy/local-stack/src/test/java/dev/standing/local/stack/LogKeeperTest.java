package dev.standing.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogKeeperTest {

    private final Path folder;

    LogKeeperTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void onlyLogsThatGrewTooLargeAreCut() throws IOException {
        Path large = Files.writeString(folder.resolve("large.log"), "0123456789");
        Path small = Files.writeString(folder.resolve("small.log"), "0123");

        new LogKeeper(folder, 5).keep();

        assertThat(large).isEmptyFile();
        assertThat(folder.resolve("large.log.1")).hasContent("0123456789");
        assertThat(small).hasContent("0123");
    }
}
