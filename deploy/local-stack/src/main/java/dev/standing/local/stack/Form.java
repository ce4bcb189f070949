package dev.standing.local.stack;

import dev.standing.local.home.StackFailure;
import dev.standing.local.process.Packaging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a service is started as: all take the same environment, and do the same. */
public enum Form {
    /** Its jar, in a JVM. */
    JAR {
        @Override
        List<String> command(Path target, String heap) {
            return jar(target, heap, List.of());
        }
    },

    /** Its jar, in a JVM that ends before an optimising compiler has paid: in tests that takes nearly half of the processors. */
    SHORT_LIVED_JAR {
        @Override
        List<String> command(Path target, String heap) {
            return jar(target, heap, List.of("-XX:TieredStopAtLevel=1"));
        }
    },

    /** Its native executable. */
    NATIVE {
        @Override
        List<String> command(Path target, String heap) {
            List<String> command = new ArrayList<>(List.of(executable(target).toString()));
            command.addAll(flags(heap));
            return command;
        }

        @Override
        Path folder(Path target) {
            return target;
        }
    };

    private static final String APP = "quarkus-app";

    /** Start soon, stay small, and rather end than limp: whoever ends is started again. */
    private static List<String> flags(String heap) {
        return List.of("-Xms64m", "-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError");
    }

    /**
     * Of a JVM alone, and of the image for it too: half of the memory, most of it free, for what calls leave behind. With the usual third it
     * is collected ten times a second.
     */
    private static final List<String> COLLECTOR =
            List.of("-XX:+UseSerialGC", "-XX:NewRatio=1", "-XX:MinHeapFreeRatio=60");

    /**
     * The command that starts it.
     *
     * @param target the service's folder of built things
     * @param heap what its objects may take at most, as {@code -Xmx} has it
     * @throws StackFailure where it is not built
     */
    abstract List<String> command(Path target, String heap);

    /** Where it is started: a cache of classes holds for jars by the names that they had when it was made, in their folder. */
    Path folder(Path target) {
        return target.resolve(APP);
    }

    /** What the environment asks for, unless the command line wants executables. */
    public static Form of(boolean isNative, Map<String, String> environment) {
        if (isNative || Boolean.parseBoolean(environment.get("STANDING_NATIVE"))) {
            return NATIVE;
        }
        return Boolean.parseBoolean(environment.get("STANDING_SHORT_LIVED")) ? SHORT_LIVED_JAR : JAR;
    }

    private static List<String> jar(Path target, String heap, List<String> more) {
        Path jar = target.resolve(APP).resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StackFailure(jar
                    + " is missing: ./standing builds it; delete deploy/local-stack/target to make it build again.");
        }
        List<String> command = new ArrayList<>(List.of(Packaging.java()));
        command.addAll(COLLECTOR);
        command.addAll(flags(heap));
        command.addAll(more);
        // The build of the script leaves a cache of loaded classes beside the jar, any other build does not.
        Path cache = jar.resolveSibling("app.aot");
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

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
