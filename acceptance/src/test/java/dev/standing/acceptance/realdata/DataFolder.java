package dev.standing.acceptance.realdata;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.standing.acceptance.suite.Repository;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the real data lies: {@code -Dstanding.data}, or {@code ../shared/data} beside the working copy. */
final class DataFolder {
    private DataFolder() {}

    /** The file; where there is none a test fails in continuous integration, and is skipped at a desk. */
    static Path file(String name) {
        String set = System.getProperty("standing.data");
        Path folder = set == null
                ? Repository.root().resolveSibling("shared").resolve("data")
                : Repository.root().resolve(set);
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            String message = "no " + file + ". Maybe set -Dstanding.data to the folder that holds it";
            if ("true".equalsIgnoreCase(System.getenv("CI"))) {
                throw new AssertionError(message);
            }
            assumeTrue(false, message);
        }
        return file;
    }
}
