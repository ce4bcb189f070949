package dev.standing.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where things lie in the working copy. */
public final class Repository {
    private static final Path ROOT = find();

    private Repository() {}

    public static Path root() {
        return ROOT;
    }

    /** A file of the real data. */
    public static Path data(String name) {
        return ROOT.resolve("data").resolve(name);
    }

    private static Path find() {
        Path start = Path.of("").toAbsolutePath();
        for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder with mvnw in it at or above " + start);
    }
}
