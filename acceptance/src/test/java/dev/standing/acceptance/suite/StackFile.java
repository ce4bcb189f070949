package dev.standing.acceptance.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the launcher writes about a running stack, read afresh each time: a restarted process has a new number. */
final class StackFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    StackFile(Path home) {
        this.file = home.resolve("stack.json");
    }

    /** Whether all of it served once. */
    boolean wasReady() {
        return Files.exists(file) && read().path("phase").asText().equals("ready");
    }

    /** Whether each process lives and serves as far as the launcher knows. */
    boolean allServe() {
        for (JsonNode process : read().path("processes")) {
            boolean lives = ProcessHandle.of(process.path("pid").asLong())
                    .filter(ProcessHandle::isAlive)
                    .isPresent();
            if (!lives || !process.path("state").asText().equals("ready")) {
                return false;
            }
        }
        return true;
    }

    URI url(Service service) {
        return URI.create(there(read().path("urls").path(service.key())).asText());
    }

    long pid(String process) {
        return there(read().path("processes").path(process).path("pid")).asLong();
    }

    int port(String process) {
        return there(read().path("processes").path(process).path("port")).asInt();
    }

    Path keys() {
        return Path.of(there(read().path("publicKey")).asText()).resolveSibling("");
    }

    private JsonNode there(JsonNode value) {
        if (value.isMissingNode()) {
            throw new IllegalStateException("something is missing in " + file + ": " + read());
        }
        return value;
    }

    private JsonNode read() {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
