package dev.standing.web.connection;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** How a request is left before its end: of HTTP/2 alone the stream ends, before HTTP/2 there is only the connection to end. */
public final class Ending {
    // RFC 9113, 7.
    private static final long NO_ERROR = 0;
    private static final long INTERNAL_ERROR = 2;

    private static final int FIRST_REFUSAL = 400;

    /** For so long what still comes is read and dropped: left at once, a caller that is still sending may not see the answer. */
    private static final long LINGER_MILLIS = 1_000;

    private Ending() {}

    /** Sees to it that a call which is refused before its body is read to the end does not wait for the rest. */
    public static void watch(RoutingContext call) {
        call.addHeadersEndHandler(begins -> announce(call));
        call.addEndHandler(answered -> afterAnswer(call));
    }

    /** Before HTTP/2 such an answer is the last on its connection, and says so. One that is no refusal may go on beside the body. */
    private static void announce(RoutingContext call) {
        HttpServerRequest request = call.request();
        if (!request.isEnded()
                && request.version() != HttpVersion.HTTP_2
                && call.response().getStatusCode() >= FIRST_REFUSAL) {
            call.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    /** Unread, what is still to come would keep its stream, and of HTTP/2 take the window that all streams of the connection share. */
    private static void afterAnswer(RoutingContext call) {
        HttpServerRequest request = call.request();
        if (request.isEnded()) {
            return;
        }
        request.handler(dropped -> {}).resume();
        if (!request.isEnded()) {
            call.vertx().setTimer(LINGER_MILLIS, late -> leave(request));
        }
    }

    private static void leave(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(NO_ERROR);
        } else {
            request.connection().close();
        }
    }

    /** The answer is begun and has no end, and the caller must see that. */
    public static void brokenOff(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(INTERNAL_ERROR);
        } else {
            request.connection().close();
        }
    }
}
