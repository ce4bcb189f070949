package dev.standing.acceptance.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the launcher writes about a running stack, read afresh each time: a restarted process has a new number. */
public final class StackFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    StackFile(Path home) {
        this.file = home.resolve("stack.json");
    }

    boolean exists() {
        return Files.exists(file);
    }

    URI url(Service service) {
        return URI.create(field(service.key(), "url").asText());
    }

    long pid(String process) {
        return field(process, "pid").asLong();
    }

    int port(String process) {
        return field(process, "port").asInt();
    }

    private JsonNode field(String process, String name) {
        try {
            JsonNode value = JSON.readTree(file.toFile()).path(process).path(name);
            if (value.isMissingNode()) {
                throw new IllegalStateException(
                        file + " lacks " + process + "." + name + ": " + Files.readString(file));
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
