package dev.standing.api;

import dev.standing.stack.Repository;
import dev.standing.stack.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The description of a service's API that was accepted: callers may build on it. */
record ApiDocument(Path file) {
    static ApiDocument of(Service service) {
        return new ApiDocument(Repository.root().resolve("contracts/openapi").resolve(service.key() + ".yaml"));
    }

    /** The text; empty where none was accepted yet. */
    String text() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void accept(String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
