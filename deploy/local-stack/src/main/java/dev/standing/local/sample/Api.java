package dev.standing.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.local.home.StackFailure;
import dev.standing.local.stack.PortPlan;
import dev.standing.local.token.Identity;
import dev.standing.local.token.LocalIssuer;
import dev.standing.stack.Await;
import dev.standing.stack.Service;
import dev.standing.stack.http.Answer;
import dev.standing.stack.http.Client;
import dev.standing.stack.http.Json;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The public interface as any client meets it. Tries again while a service is being restarted. */
final class Api {

    private static final Duration TOKEN_LIFETIME = Duration.ofHours(2);
    private static final int ATTEMPTS = 40;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Map<Identity, Client> clients = new HashMap<>();
    private final LocalIssuer issuer;
    private final PortPlan ports;

    Api(LocalIssuer issuer, PortPlan ports) {
        this.issuer = issuer;
        this.ports = ports;
    }

    /** The answer, whatever its status. */
    Answer get(Service service, String path, Identity caller) {
        return persist(() -> as(caller).get(service, path));
    }

    Answer post(Service service, String path, Identity caller, Object body) {
        return persist(() -> as(caller).post(service, path, body));
    }

    /** Sends a line each to ingest; fails with the first that was refused, for ours are all meant to be good. */
    void postLines(String path, Identity sender, List<?> lines) {
        String body = Json.lines(lines.toArray());
        Answer answer = persist(() -> as(sender).postLines(Service.INGEST, path, body));
        List<JsonNode> outcomes = answer.status() == 200 ? answer.lines() : List.of();
        if (outcomes.size() != lines.size()) {
            throw new StackFailure("The sample was not taken: " + path + " answered " + answer.status() + " with "
                    + outcomes.size() + " outcomes for " + lines.size() + " lines.");
        }
        for (JsonNode outcome : outcomes) {
            if (outcome.has("problem")) {
                throw new StackFailure("The sample was not taken: " + path + " answered " + outcome);
            }
        }
    }

    /** What came back, where it is good. */
    static JsonNode orFail(Answer answer, String what) {
        if (answer.status() / 100 != 2) {
            throw new StackFailure(what + " was answered with " + answer.status() + ": "
                    + (answer.isProblem() ? answer.json().path("detail").asText() : answer.body()));
        }
        return answer.json();
    }

    private Client as(Identity caller) {
        return clients.computeIfAbsent(caller, who -> new Client(this::address, issuer.sign(who, TOKEN_LIFETIME)));
    }

    private URI address(Service service) {
        int port =
                switch (service) {
                    case INGEST -> ports.ingest();
                    case SCORING -> ports.scoring();
                    case PRIVILEGES -> ports.privileges();
                };
        return URI.create("http://127.0.0.1:" + port);
    }

    private static Answer persist(Supplier<Answer> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                Answer answer = call.get();
                if (answer.status() < 500 || attempt == ATTEMPTS) {
                    return answer;
                }
            } catch (UncheckedIOException e) {
                if (attempt == ATTEMPTS) {
                    throw new StackFailure(
                            "No answer to " + e.getMessage() + ". ./standing run goes on where it stopped.", e);
                }
            }
            Await.pause(PAUSE);
        }
    }
}
