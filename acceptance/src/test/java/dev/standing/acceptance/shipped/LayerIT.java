package dev.standing.acceptance.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.stack.Repository;
import dev.standing.stack.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same commit twice gives the same layer of an image, on the parts that this repository makes. */
@DisabledIfEnvironmentVariable(named = "STANDING_NATIVE", matches = "true", disabledReason = "It looks at jars")
class LayerIT {
    /** {@code project.build.outputTimestamp} of the root pom. */
    private static final LocalDateTime BUILT = LocalDateTime.parse("2026-01-01T00:00:00");

    @ParameterizedTest
    @EnumSource
    void a_context_prepared_twice_is_the_same_whenever_and_by_whomever_its_files_were_made(
            Service service, @TempDir Path folder) throws Exception {
        String first = layer(service, folder.resolve("first"));
        // No jar: whoever starts meanwhile would find it another than the one that its cache of classes was made of.
        Path file = app(service).resolve("quarkus-app-dependencies.txt");
        FileTime before = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        try {
            assertThat(layer(service, folder.resolve("second"))).isEqualTo(first);
        } finally {
            Files.setLastModifiedTime(file, before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void jars_of_ours_hold_no_time_of_their_building(Service service) throws IOException {
        assertThat(jars(app(service).resolve("lib/main"), "dev.standing.*.jar"))
                .isNotEmpty()
                .allSatisfy(LayerIT::assertTimeless);
        assertThat(jars(app(service).resolve("app"), "*.jar")).isNotEmpty().allSatisfy(LayerIT::assertTimeless);
    }

    private static List<Path> jars(Path folder, String names) throws IOException {
        List<Path> jars = new ArrayList<>();
        try (var found = Files.newDirectoryStream(folder, names)) {
            found.forEach(jars::add);
        }
        return jars;
    }

    private static void assertTimeless(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                // A zip holds no zone: a day's room for that.
                assertThat(entry.getTimeLocal()).as("%s in %s", entry, jar).isBefore(BUILT.plusDays(1));
            }
        }
    }

    /** A digest of a tar of what {@code deploy/images/context} prepares: names, modes, times and contents. */
    private static String layer(Service service, Path folder) throws Exception {
        String script = "deploy/images/context jvm " + service.key() + "-service '" + folder + "' && tar --sort=name"
                + " --numeric-owner -C '" + folder + "' -cf - standing | sha256sum";
        ProcessBuilder builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .directory(Repository.root().toFile())
                .redirectErrorStream(true);
        builder.environment().put("SOURCE_DATE_EPOCH", String.valueOf(BUILT.toEpochSecond(ZoneOffset.UTC)));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static Path app(Service service) {
        return Repository.root().resolve(service.key() + "-service/target/quarkus-app");
    }
}
