package dev.standing.local.dev;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where {@code ./standing token} has its keys, so that its tokens are good for a service in dev mode too. */
final class LocalKeys {
    private LocalKeys() {}

    /** In the home that the launcher uses without {@code --home}, in the working copy that this folder is of. */
    static Path near(Path folder) {
        String home = System.getenv("STANDING_HOME");
        Path base = home == null || home.isBlank() ? workingCopy(folder).resolve(".standing") : Path.of(home);
        return base.toAbsolutePath().resolve("secrets");
    }

    private static Path workingCopy(Path folder) {
        for (@Nullable Path each = folder.toAbsolutePath(); each != null; each = each.getParent()) {
            if (Files.exists(each.resolve("standing"))) {
                return each;
            }
        }
        throw new IllegalStateException("No folder with the script standing in it at or above " + folder);
    }
}
