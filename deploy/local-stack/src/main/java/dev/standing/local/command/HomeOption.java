package dev.standing.local.command;

import dev.standing.local.home.Home;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the stack keeps its things, for every command that needs to know. */
final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder for data, logs and keys (default: $STANDING_HOME, or .standing).")
    private @Nullable Path folder;

    Home home() {
        if (folder != null) {
            return new Home(folder);
        }
        String set = System.getenv("STANDING_HOME");
        return new Home(set == null || set.isBlank() ? root().resolve(".standing") : Path.of(set));
    }

    /** What has to be added to a command line so that it means the same home. */
    String asTyped() {
        return folder == null ? "" : " --home " + quoted(folder.toString());
    }

    /** As a shell reads it back: a path with a blank is one word. */
    static String quoted(String path) {
        return path.matches("[\\p{L}\\p{N}/._-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    /** The folder of the sources, which the script is in. */
    static Path root() {
        return Path.of(System.getProperty("standing.root", "."));
    }
}
