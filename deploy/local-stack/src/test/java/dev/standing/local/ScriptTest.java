package dev.standing.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script, where it cannot even begin: in a folder that a class path cannot name. */
class ScriptTest {
    private static final Path SCRIPT = Path.of("../../standing");

    @ParameterizedTest
    @CsvSource({"verify, 3", "run, 1", "status, 1"})
    void whatCouldNotBeVerifiedIsAnotherThingThanWhatIsNotValid(String command, int code, @TempDir Path folder)
            throws Exception {
        Path script = Files.createDirectory(folder.resolve("a:b")).resolve("standing");
        Files.copy(SCRIPT, script);

        assertThat(new ProcessBuilder("bash", script.toString(), command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said").toFile())
                        .start()
                        .waitFor())
                .isEqualTo(code);
        assertThat(folder.resolve("said")).content().contains("move it to a folder without one");
    }
}
