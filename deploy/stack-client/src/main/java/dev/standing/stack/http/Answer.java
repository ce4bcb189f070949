package dev.standing.stack.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What a service answered. */
public record Answer(String request, int status, HttpHeaders headers, String body) {
    /** Itself, where the status is one of these. */
    public Answer expect(int... allowed) {
        if (Arrays.stream(allowed).noneMatch(one -> one == status)) {
            throw new AssertionError(
                    request + " was answered " + status + ", not " + Arrays.toString(allowed) + ": " + body);
        }
        return this;
    }

    public JsonNode json() {
        return Json.read(body.getBytes(StandardCharsets.UTF_8));
    }

    /** The lines of an NDJSON answer. */
    public List<JsonNode> lines() {
        return body.lines().filter(line -> !line.isBlank()).map(Json::read).toList();
    }

    public String type() {
        return headers.firstValue("Content-Type").orElse("");
    }

    public boolean isProblem() {
        return type().startsWith("application/problem+json");
    }
}
