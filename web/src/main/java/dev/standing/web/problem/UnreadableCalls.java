package dev.standing.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Answers calls that fail before any route sees them, such as those that name no host. The platform would log their path, in
 * which ids stand, as a failure of ours.
 */
@Singleton
public final class UnreadableCalls {
    private static final int BEFORE_ALL_OTHERS = -1_000_000;
    private static final int BAD_REQUEST = 400;

    private final byte[] answer;

    UnreadableCalls(ObjectMapper json) throws JsonProcessingException {
        answer = json.writeValueAsBytes(Problem.of(
                "malformed", "The call cannot be read", BAD_REQUEST, "The call's head is not as HTTP wants it"));
    }

    void watch(@Observes Router router) {
        watchAt(router);
    }

    void watch(@Observes ManagementInterface management) {
        watchAt(management.router());
    }

    private void watchAt(Router router) {
        router.route().order(BEFORE_ALL_OTHERS).failureHandler(this::answer);
    }

    private void answer(RoutingContext call) {
        boolean isTheirs = call.statusCode() == BAD_REQUEST && call.failure() instanceof VertxException;
        if (!isTheirs || call.response().ended()) {
            call.next();
            return;
        }
        var _ = call.response()
                .setStatusCode(BAD_REQUEST)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Buffer.buffer(answer));
    }
}
