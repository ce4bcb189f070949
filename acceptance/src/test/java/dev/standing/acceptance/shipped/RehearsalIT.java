package dev.standing.acceptance.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.stack.Repository;
import dev.standing.stack.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The start that an image's cache of classes is made of needs no setting and no server, as there is none where images are built. */
@DisabledIfEnvironmentVariable(named = "STANDING_NATIVE", matches = "true", disabledReason = "It starts jars")
class RehearsalIT {
    @ParameterizedTest
    @EnumSource
    void a_service_is_rehearsed_whole_and_ends_by_itself(Service service, @TempDir Path folder) throws Exception {
        Path said = folder.resolve("said");
        ProcessBuilder rehearsal = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dquarkus.appcds.generate=true",
                        "-jar",
                        "quarkus-run.jar"))
                .directory(Repository.root()
                        .resolve(service.key() + "-service/target/quarkus-app")
                        .toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        rehearsal.environment().clear();

        Process process = rehearsal.start();

        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES))
                    .as("ends; it said %s", said)
                    .isTrue();
            assertThat(process.exitValue()).as(Files.readString(said)).isZero();
            assertThat(Files.readString(said)).contains("started in");
        } finally {
            process.destroyForcibly();
        }
    }
}
