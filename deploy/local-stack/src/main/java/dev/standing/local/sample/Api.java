package dev.standing.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.standing.local.home.StackFailure;
import dev.standing.local.stack.PortPlan;
import dev.standing.local.token.Identity;
import dev.standing.local.token.LocalIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The public interface as any client meets it: addresses, tokens, JSON. Tries again while a service is being restarted. */
final class Api {

    private static final Duration TOKEN_LIFETIME = Duration.ofHours(2);
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final int ATTEMPTS = 40;
    private static final long PAUSE_MILLIS = 500;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper json = new JsonMapper();
    private final Map<Identity, String> tokens = new HashMap<>();
    private final LocalIssuer issuer;
    private final PortPlan ports;

    Api(LocalIssuer issuer, PortPlan ports) {
        this.issuer = issuer;
        this.ports = ports;
    }

    URI ingest(String path) {
        return uri(ports.ingest(), path);
    }

    URI scoring(String path) {
        return uri(ports.scoring(), path);
    }

    URI privileges(String path) {
        return uri(ports.privileges(), path);
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The answer, whatever its status; an empty object where it is not JSON. */
    Answer get(URI uri, Identity identity) {
        return answer(send(request(uri, identity).GET()));
    }

    Answer post(URI uri, Identity identity, Object body) {
        return answer(send(request(uri, identity)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(write(body)))));
    }

    /** Sends a line each; fails with the first that was refused, for ours are all meant to be good. */
    void postLines(URI uri, Identity identity, List<?> lines) {
        StringBuilder body = new StringBuilder();
        lines.forEach(line -> body.append(write(line)).append('\n'));
        HttpResponse<String> response = send(request(uri, identity)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
        List<String> outcomes =
                response.body().lines().filter(line -> !line.isBlank()).toList();
        if (response.statusCode() != 200 || outcomes.size() != lines.size()) {
            throw new StackFailure("The sample was not taken: " + uri.getPath() + " answered " + response.statusCode()
                    + " with " + outcomes.size() + " outcomes for " + lines.size() + " lines.");
        }
        for (String outcome : outcomes) {
            JsonNode read = read(outcome);
            if (read.has("problem")) {
                throw new StackFailure("The sample was not taken: " + uri.getPath() + " answered " + outcome);
            }
        }
    }

    /** What came back. */
    record Answer(int status, JsonNode body) {
        JsonNode orFail(String what) {
            if (status / 100 != 2) {
                throw new StackFailure(what + " was answered with " + status + ": "
                        + body.path("detail").asText());
            }
            return body;
        }
    }

    private Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), read(response.body()));
    }

    private HttpRequest.Builder request(URI uri, Identity identity) {
        String token = tokens.computeIfAbsent(identity, who -> issuer.sign(who, TOKEN_LIFETIME));
        return HttpRequest.newBuilder(uri).timeout(TIMEOUT).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() < 500 || attempt == ATTEMPTS) {
                    return response;
                }
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new StackFailure(
                            request.uri() + " does not answer: " + e + ". ./standing run goes on where it stopped.", e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackFailure("Interrupted while the sample was being joined.", e);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while the sample was being joined.", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            return json.createObjectNode();
        }
    }
}
