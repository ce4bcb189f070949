package dev.standing.scoring.policy;

import io.quarkus.runtime.annotations.RegisterResources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A policy's text: from a file, or from a resource where no such file is. */
@RegisterResources(globs = "policies/*.yaml")
final class PolicyFile {
    private PolicyFile() {}

    static String read(String setting, String location) {
        Path file = Path.of(location);
        try {
            if (Files.isRegularFile(file)) {
                return Files.readString(file);
            }
            try (InputStream stream =
                    Thread.currentThread().getContextClassLoader().getResourceAsStream(location)) {
                if (stream == null) {
                    throw new IllegalArgumentException(
                            "The setting " + setting + " is '" + location
                                    + "'; allowed: a file that is there, or a resource. Maybe the path is relative to another folder");
                }
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The setting " + setting + " is '" + location + "', which cannot be read", e);
        }
    }
}
