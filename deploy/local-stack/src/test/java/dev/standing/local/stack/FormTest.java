package dev.standing.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.local.home.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormTest {
    private final Path target;

    FormTest(@TempDir Path target) {
        this.target = target;
    }

    @Test
    void aJarIsStartedWithTheCacheOfItsClassesWhereThereIsOne() throws IOException {
        Path jar = file("quarkus-app/quarkus-run.jar");

        assertThat(Form.JAR.command(target, "2g"))
                .endsWith("-jar", jar.toString())
                .noneMatch(word -> word.contains("AOT"));

        Path cache = file("quarkus-app/app.aot");
        assertThat(Form.JAR.command(target, "2g")).contains("-XX:AOTCache=" + cache, "-Xmx2g");
    }

    @Test
    void theEnvironmentSaysWhatIsStarted() throws IOException {
        file("quarkus-app/quarkus-run.jar");

        assertThat(Form.of(false, Map.of())).isEqualTo(Form.JAR);
        assertThat(Form.of(true, Map.of("STANDING_SHORT_LIVED", "true"))).isEqualTo(Form.NATIVE);
        assertThat(Form.of(false, Map.of("STANDING_NATIVE", "true"))).isEqualTo(Form.NATIVE);
        Form brief = Form.of(false, Map.of("STANDING_SHORT_LIVED", "true"));
        assertThat(brief.command(target, "2g")).contains("-XX:TieredStopAtLevel=1", "-Xmx2g");
        assertThat(Form.JAR.command(target, "2g")).doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @Test
    void anExecutableIsStartedAsItIs() throws IOException {
        file("quarkus-app/quarkus-run.jar");
        Path executable = file("standing-any-service-1.0-runner");
        assertThat(executable.toFile().setExecutable(true)).isTrue();
        Files.createDirectories(target.resolve("standing-any-service-1.0-runner.libs"));

        assertThat(Form.NATIVE.command(target, "2g"))
                .startsWith(executable.toString())
                .contains("-Xmx2g");
    }

    @Test
    void whatIsNotBuiltIsNamedWithTheCommandThatBuildsIt() {
        assertThatThrownBy(() -> Form.JAR.command(target, "2g"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("quarkus-run.jar is missing");
        assertThatThrownBy(() -> Form.NATIVE.command(target.resolve("none"), "2g"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("./standing run --native");
    }

    private Path file(String name) throws IOException {
        Path file = target.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.createFile(file);
    }
}
