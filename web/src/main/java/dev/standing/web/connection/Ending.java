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

    /** For so long what still comes is read and dropped: closed at once, a connection may take its last answer with it. */
    private static final long LINGER_MILLIS = 1_000;

    private Ending() {}

    /** Once the answer is out, what is still to come of the body is not waited for. */
    public static void afterAnswer(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (request.isEnded()) {
            return;
        }
        request.handler(dropped -> {}).resume();
        if (request.version() == HttpVersion.HTTP_2) {
            routing.addEndHandler(answered -> request.response().reset(NO_ERROR));
        } else {
            routing.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            routing.addEndHandler(answered -> routing.vertx()
                    .setTimer(LINGER_MILLIS, late -> request.connection().close()));
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
