package dev.standing.local.stack;

import dev.standing.local.home.StackFailure;
import dev.standing.local.process.Packaging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a service is started as: both take the same environment, and do the same. */
public enum Form {
    /** Its jar, in a JVM. */
    JAR {
        @Override
        List<String> command(Path target) {
            Path jar = target.resolve("quarkus-app/quarkus-run.jar");
            if (!Files.exists(jar)) {
                throw new StackFailure(
                        jar
                                + " is missing: ./standing builds it; delete deploy/local-stack/target to make it build again.");
            }
            List<String> command = new ArrayList<>(List.of(Packaging.java(), "-XX:+UseSerialGC"));
            command.addAll(FLAGS);
            // The build of the script leaves a cache of loaded classes beside the jar, any other build does not.
            Path cache = jar.resolveSibling("app.aot");
            if (Files.exists(cache)) {
                command.add("-XX:AOTCache=" + cache);
            }
            command.addAll(List.of("-jar", jar.toString()));
            return command;
        }
    },

    /** Its native executable. */
    NATIVE {
        @Override
        List<String> command(Path target) {
            List<String> command = new ArrayList<>(List.of(executable(target).toString()));
            command.addAll(FLAGS);
            return command;
        }
    };

    /** Start soon, stay small, and rather end than limp: whoever ends is started again. */
    private static final List<String> FLAGS = List.of("-Xms64m", "-Xmx768m", "-XX:+ExitOnOutOfMemoryError");

    /**
     * The command that starts it.
     *
     * @param target the service's folder of built things
     * @throws StackFailure where it is not built
     */
    abstract List<String> command(Path target);

    private static Path executable(Path target) {
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith("-runner") && Files.isExecutable(file))
                    .findFirst()
                    .orElseThrow(
                            () -> new StackFailure(
                                    target
                                            + " has no native executable (a file that ends with -runner): ./standing run --native builds it."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
