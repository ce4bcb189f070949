package dev.standing.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.stack.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A registry takes names in small letters alone, and a repository may be called otherwise: expressions of GitHub cannot make them small. */
class WorkflowsTest {
    @Test
    void images_are_named_in_small_letters() throws IOException {
        try (Stream<Path> files = Files.list(Repository.root().resolve(".github/workflows"))) {
            List<String> lines = files.flatMap(WorkflowsTest::lines).toList();
            assertThat(lines)
                    .filteredOn(line -> line.contains("ghcr.io/"))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("ghcr.io/${GITHUB_REPOSITORY,,}"));
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
