package dev.standing.local.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Puts a child into a session of its own, so that Ctrl-C in a terminal reaches us alone and we stop the children in order.
 * The tools named here replace themselves with the command, so the process id stays the one we started.
 */
final class Sessions {

    private Sessions() {}

    static List<String> prefix() {
        if (onPath("setsid")) {
            return List.of("setsid");
        }
        // macOS has no setsid, and always a perl.
        if (onPath("perl")) {
            return List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV or die");
        }
        return List.of();
    }

    static boolean onPath(String tool) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder.isEmpty() ? "." : folder, tool))) {
                return true;
            }
        }
        return false;
    }
}
