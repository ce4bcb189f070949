package dev.standing.executable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A folder of classes or a jar, of which some of the service's classes come. */
record Archive(URI location) {

    static Archive of(Class<?> type) {
        CodeSource source = Objects.requireNonNull(type.getProtectionDomain().getCodeSource(), type.getName());
        return new Archive(URI.create(source.getLocation().toString()));
    }

    /** Whether the platform looks for annotations in it, where it is not the application itself. */
    boolean isIndexed() {
        return files().stream()
                .anyMatch(file -> file.equals("META-INF/beans.xml") || file.equals("META-INF/jandex.idx"));
    }

    /** The lines of one of the files. */
    List<String> lines(String file) {
        return read(root -> Files.readAllLines(root.resolve(file)));
    }

    /** All files, as {@code policies/community.yaml}. */
    List<String> files() {
        return read(Archive::below);
    }

    /** What is read of it, from its root on. */
    private interface Reading {
        List<String> from(Path root) throws IOException;
    }

    private List<String> read(Reading reading) {
        Path path = Path.of(location);
        try {
            if (Files.isDirectory(path)) {
                return reading.from(path);
            }
            try (FileSystem jar = FileSystems.newFileSystem(path, Map.of())) {
                return reading.from(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> below(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
