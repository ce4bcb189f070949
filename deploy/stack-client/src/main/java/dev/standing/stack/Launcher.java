package dev.standing.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The script {@code ./standing} of this working copy, told about one home. It never builds: whoever calls has built. */
final class Launcher {
    private final Launch launch;

    Launcher(Launch launch) {
        this.launch = launch;
    }

    /** What {@code run} prints goes here. */
    Path output() {
        return launch.home().resolveSibling(launch.home().getFileName() + ".out");
    }

    /** Starts {@code ./standing run} and does not wait. */
    Process run() {
        List<String> words = new ArrayList<>(List.of("run", "--port-base", String.valueOf(launch.portBase())));
        words.addAll(launch.options());
        try {
            Files.createDirectories(launch.home());
            // That of an earlier run would be taken for this one's.
            Files.deleteIfExists(launch.home().resolve(StackFile.NAME));
            return command(words)
                    .redirectErrorStream(true)
                    .redirectOutput(output().toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What another command prints, without the last line break. */
    String printed(List<String> words) {
        try {
            Process process = command(words)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(words + " ended with " + process.exitValue() + " and said: " + printed);
            }
            return printed.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ProcessBuilder command(List<String> words) {
        List<String> command = new ArrayList<>(List.of("./standing"));
        command.addAll(words);
        command.addAll(List.of("--home", launch.home().toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(Repository.root().toFile());
        builder.environment().put("STANDING_BUILD", "never");
        builder.environment().putAll(launch.environment());
        return builder;
    }
}
