package dev.standing.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.web.connection.Ending;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Answers calls that fail before any route sees them: such as name no host, and whose path or query is no URI. The platform would log
 * the path of the first, in which ids stand, as a failure of ours, and says nothing to the others but their status, unless it is told to
 * leave them to us, as {@link dev.standing.web.start.Main} does.
 */
@Singleton
public final class UnreadableCalls {
    private static final int BEFORE_ALL_OTHERS = -1_000_000;
    private static final int BAD_REQUEST = 400;

    private final byte[] noHead;
    private final byte[] noUri;

    UnreadableCalls(ObjectMapper json) throws JsonProcessingException {
        noHead = json.writeValueAsBytes(UnreadableHeads.problem(BAD_REQUEST));
        noUri = json.writeValueAsBytes(Problem.of(
                "malformed",
                "The call cannot be read",
                BAD_REQUEST,
                "Path and query are no URI as RFC 3986 has it. Maybe a character is to be encoded, as %7C for |"));
    }

    void watch(@Observes Router router) {
        watchAt(router);
    }

    void watch(@Observes ManagementInterface management) {
        watchAt(management.router());
    }

    private void watchAt(Router router) {
        router.route().order(BEFORE_ALL_OTHERS).handler(this::require).failureHandler(this::failed);
        router.errorHandler(BAD_REQUEST, this::unroutable);
    }

    private void require(RoutingContext call) {
        if (!isPlain(call.request())) {
            Ending.last(call);
            answer(call, noHead);
        } else if (isUri(call.request().uri())) {
            call.next();
        } else {
            Ending.watch(call);
            answer(call, noUri);
        }
    }

    /**
     * Whether others on the way read the head alike: one host, and a body that is chunked and nothing else where it is coded (RFC 9112, 3.2
     * and 6.3). The platform would read a body of any other coding as the next call.
     */
    private static boolean isPlain(HttpServerRequest request) {
        String coding = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
        return request.version() == HttpVersion.HTTP_2
                || ((coding == null || coding.equalsIgnoreCase("chunked"))
                        && request.headers().getAll(HttpHeaders.HOST).size() <= 1);
    }

    /** A path that cannot even be compared with those of routes. */
    private void unroutable(RoutingContext call) {
        Ending.watch(call);
        answer(call, isUri(call.request().uri()) ? noHead : noUri);
    }

    private static boolean isUri(String text) {
        try {
            var _ = new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void failed(RoutingContext call) {
        boolean isTheirs = call.statusCode() == BAD_REQUEST && call.failure() instanceof VertxException;
        if (isTheirs && !call.response().ended()) {
            answer(call, noHead);
        } else {
            call.next();
        }
    }

    /** To HEAD without what GET would be answered, which on HTTP/2 would break the connection. */
    private static void answer(RoutingContext call, byte[] problem) {
        boolean isHead = call.request().method().equals(HttpMethod.HEAD);
        var _ = call.response()
                .setStatusCode(BAD_REQUEST)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(problem.length))
                .end(isHead ? Buffer.buffer() : Buffer.buffer(problem));
    }
}
