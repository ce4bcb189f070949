package dev.standing.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.web.connection.Ending;
import dev.standing.web.connection.Pipeline;
import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers calls that fail before any route sees them: such as name no host, are of no version of HTTP, and whose path or query is
 * no URI. The platform would log the path of the first, in which ids stand, as a failure of ours, and says nothing to the others but their
 * status, unless it is told to leave them to us, as {@link dev.standing.web.start.Main} does.
 */
@Singleton
public final class UnreadableCalls {
    private static final int BEFORE_ALL_OTHERS = -1_000_000;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    /** RFC 9113, 6.5.2: what each header takes beside its name and value. */
    private static final int HEADER_OVERHEAD_BYTES = 32;

    private final int longestTarget;
    private final long longestHeaders;
    private final Answer noHead;
    private final Answer noTarget;
    private final Answer tooLongTarget;
    private final Answer tooLongHeaders;
    private final Answer noVersion;
    private final Answer brokenBody;
    private final Answer nothingThere;

    UnreadableCalls(ObjectMapper json, VertxHttpConfig door) throws JsonProcessingException {
        longestTarget = door.limits().maxInitialLineLength();
        longestHeaders = door.limits().maxHeaderSize().asLongValue();
        noHead = Answer.of(json, UnreadableHeads.problem(BAD_REQUEST));
        tooLongTarget = Answer.of(json, UnreadableHeads.problem(414));
        tooLongHeaders = Answer.of(json, UnreadableHeads.problem(431));
        noTarget = Answer.of(
                json,
                unreadable(
                        BAD_REQUEST,
                        "Path and query are no URI as RFC 3986 has it, in UTF-8, the path from one / on and without //. Maybe a"
                                + " character is to be encoded, as %7C for |"));
        noVersion = Answer.of(json, unreadable(505, "The protocol is none of HTTP/1.0, HTTP/1.1 and HTTP/2"));
        brokenBody = Answer.of(json, unreadable(BAD_REQUEST, "The body's chunks are not as HTTP wants them"));
        nothingThere = Answer.of(json, Problem.of("not-found", "Not Found", NOT_FOUND, "There is no such resource"));
    }

    private static Problem unreadable(int status, String detail) {
        return Problem.of("malformed", "The call cannot be read", status, detail);
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
        router.errorHandler(NOT_FOUND, this::unroutable);
    }

    private void require(RoutingContext call) {
        HttpServerRequest request = call.request();
        if (Ending.isBehindTheLast(request)) {
            return;
        }
        if (request.version() == null) {
            refuseVersion(request);
        } else if (!isPlain(request)) {
            Ending.last(call);
            noHead.give(call);
        } else {
            requireTarget(call);
        }
    }

    private void requireTarget(RoutingContext call) {
        HttpServerRequest request = call.request();
        Answer fault = fault(request);
        if (fault != null) {
            Ending.watch(call);
            fault.give(call);
            return;
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.isBlank()) {
            // Without a word it asks for nothing, as none at all (RFC 9110, 12.5.1); the platform cannot read it.
            request.headers().remove(HttpHeaders.ACCEPT);
        }
        if (request.version() != HttpVersion.HTTP_2) {
            BrokenBodies.watch(request, Pipeline.of(request), brokenBody.json());
        }
        call.next();
    }

    /** Beside the platform, whose answer would begin with the caller's word for a protocol. */
    private void refuseVersion(HttpServerRequest request) {
        LastWords.say(Pipeline.of(request), noVersion.status(), noVersion.json());
    }

    /**
     * Whether others on the way read the head alike: one host, a body that is chunked and nothing else where it is coded (RFC 9112, 3.2
     * and 6.3), and no tunnel. The platform would read a body of any other coding, and what goes into a tunnel, as the next call.
     */
    private static boolean isPlain(HttpServerRequest request) {
        String coding = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
        return request.version() == HttpVersion.HTTP_2
                || (!request.method().equals(HttpMethod.CONNECT)
                        && (coding == null || coding.equalsIgnoreCase("chunked"))
                        && request.headers().getAll(HttpHeaders.HOST).size() <= 1);
    }

    /** Lengths are those that HTTP/1 is held to before there is a call. */
    private @Nullable Answer fault(HttpServerRequest request) {
        boolean isUnmeasured = request.version() == HttpVersion.HTTP_2;
        if (isUnmeasured && request.uri().length() > longestTarget) {
            return tooLongTarget;
        }
        if (isUnmeasured && length(request) > longestHeaders) {
            return tooLongHeaders;
        }
        return Target.isReadable(request) ? null : noTarget;
    }

    private static long length(HttpServerRequest request) {
        long length = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            length += HEADER_OVERHEAD_BYTES
                    + header.getKey().length()
                    + header.getValue().length();
        }
        return length;
    }

    /** What cannot even be compared with routes, or is like none of them. */
    private void unroutable(RoutingContext call) {
        if (call.response().ended()) {
            return;
        }
        if (call.request().version() == null) {
            refuseVersion(call.request());
            return;
        }
        if (isPlain(call.request())) {
            Ending.watch(call);
        } else {
            Ending.last(call);
        }
        Answer usual = call.statusCode() == NOT_FOUND ? nothingThere : noHead;
        (Target.isReadable(call.request()) ? usual : noTarget).give(call);
    }

    /** Calls that no route is compared with: without a host, or of a target that is no path ({@code *}, and whatever CONNECT names). */
    private void failed(RoutingContext call) {
        boolean hasNoHost = call.statusCode() == BAD_REQUEST && call.failure() instanceof VertxException;
        boolean hasNoPath = call.statusCode() == NOT_FOUND && !Target.isFromRoot(call.request());
        if (call.response().ended() || !(hasNoHost || hasNoPath)) {
            call.next();
        } else if (hasNoPath || call.request().version() == null) {
            unroutable(call);
        } else {
            noHead.give(call);
        }
    }

    /** Made once, for it is the same to everybody. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Answer(int status, byte[] json) {
        static Answer of(ObjectMapper json, Problem problem) throws JsonProcessingException {
            return new Answer(problem.status(), json.writeValueAsBytes(problem));
        }

        /** To HEAD without what GET would be answered, which on HTTP/2 would break the connection. */
        void give(RoutingContext call) {
            boolean isHead = call.request().method().equals(HttpMethod.HEAD);
            var _ = call.response()
                    .setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(json.length))
                    .end(isHead ? Buffer.buffer() : Buffer.buffer(json));
        }
    }
}
