package dev.standing.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.source.file.FileSystemConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a node of Kubernetes lays out for a projected volume: all that is at its top is a link into {@code ..data}, which is a link to the
 * folder of one moment.
 */
class MountedSettingsTest {
    @TempDir
    Path volume;

    private void project(Map<String, String> files) throws IOException {
        Path moment = Files.createDirectory(volume.resolve("..2026_11_28"));
        Files.createSymbolicLink(volume.resolve("..data"), moment.getFileName());
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = moment.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
            Path top = Path.of(file.getKey()).getName(0);
            Files.createSymbolicLink(volume.resolve(top), Path.of("..data").resolve(top));
        }
    }

    @Test
    void aFileAtTheTopOfAVolumeIsTheSettingOfItsNameAndFoldersBesideItAreNone() throws IOException {
        project(Map.of("quarkus.datasource.password", "hidden", "database/ca.crt", "certificate"));

        assertThat(new FileSystemConfigSource(volume.toString()).getProperties())
                .containsExactly(Map.entry("quarkus.datasource.password", "hidden"));
    }

    /** Why none of the manifests' settings lies in one. */
    @Test
    void aSettingInAFolderOfAVolumeIsNotRead() throws IOException {
        project(Map.of("settings/quarkus.datasource.password", "hidden"));

        assertThat(new FileSystemConfigSource(volume.resolve("settings").toString()).getProperties())
                .isEmpty();
    }
}
