package dev.standing.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where this module and the jars it runs with lie on disk. In a build that is {@code target/classes} or {@code target/*.jar} beside
 * {@code target/lib}; in the packaged local stack everything lies in one {@code lib} folder.
 */
public final class Packaging {

    private Packaging() {}

    /** The folder that holds the jars. */
    public static Path libraries() {
        Path packed = ownCode().resolveSibling("lib");
        return Files.isDirectory(packed) ? packed : ownCode().resolveSibling("");
    }

    /** The jar in {@link #libraries()} whose name starts so. */
    public static Path library(String prefix) {
        try (Stream<Path> files = Files.list(libraries())) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No " + prefix + "*.jar in " + libraries()
                            + ". Maybe this platform has none: Linux and macOS on x86_64 and arm64 do"));
        } catch (IOException e) {
            throw new UncheckedIOException("The build of " + libraries() + " is incomplete", e);
        }
    }

    /** A class path with this module and all that it needs at run time. */
    public static String classPath() {
        return Stream.of(ownCode(), libraries().resolve("*"))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A folder for what is unpacked once and used by many; goes away with the build. */
    public static Path unpacked(String name) {
        return libraries().resolveSibling(name);
    }

    /** Whether this module is a jar, and not the folder of its classes. */
    public static boolean isPacked() {
        return Files.isRegularFile(ownCode());
    }

    /** The {@code java} that runs us. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Flags for a small server JVM that has to be there soon rather than fast. */
    public static List<String> smallJvm(int heapMegabytes) {
        return List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms64m", "-Xmx" + heapMegabytes + "m");
    }

    private static Path ownCode() {
        try {
            return Path.of(Packaging.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
