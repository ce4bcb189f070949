package dev.standing.web.connection;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
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

    private static final int TOO_SLOW = 408;

    /** Bodies of less than ten thousand bytes, as all single ones are. */
    private static final int DIGITS_OF_LITTLE = 4;

    /** For so long what still comes is read and dropped: left at once, a caller that is still sending may not see the answer. */
    private static final long LINGER_MILLIS = 1_000;

    private Ending() {}

    /** Sees to it that a call which is refused before its body is read to the end does not wait for the rest. */
    public static void watch(RoutingContext call) {
        call.addHeadersEndHandler(begins -> announce(call));
        call.addEndHandler(answered -> afterAnswer(call));
    }

    /** Has the answer be the last on its connection, where nobody can tell what of what follows is a body and what the next call. */
    public static void last(RoutingContext call) {
        announceLast(call);
        call.addEndHandler(answered -> afterAnswer(call));
    }

    /** Whether a call is to be left alone, for it came behind an answer that was announced as the last; what it brings is dropped. */
    public static boolean isBehindTheLast(HttpServerRequest request) {
        if (!NothingAfter.standsOn(request)) {
            return false;
        }
        drop(request);
        return true;
    }

    /**
     * Before HTTP/2 such an answer is the last on its connection, and says so: unless so little is left that it is there in a moment, for a
     * partner that is refused often would open a connection for each refusal. One that is no refusal may go on beside the body.
     */
    private static void announce(RoutingContext call) {
        HttpServerRequest request = call.request();
        if (request.version() != HttpVersion.HTTP_2
                && isAwaited(request)
                && call.response().getStatusCode() >= FIRST_REFUSAL
                && !isSoonThere(call)) {
            announceLast(call);
        }
    }

    private static void announceLast(RoutingContext call) {
        call.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        NothingAfter.standOn(call.request());
    }

    /** Whether some of it is still to come. Before HTTP/2 a head without a length is all there is, whether or not its end was seen. */
    private static boolean isAwaited(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return !request.isEnded()
                && (request.version() == HttpVersion.HTTP_2
                        || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                        || (length != null && !length.equals("0")));
    }

    private static boolean isSoonThere(RoutingContext call) {
        String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null
                && length.length() <= DIGITS_OF_LITTLE
                && call.response().getStatusCode() != TOO_SLOW;
    }

    /** Unread, what is still to come would keep its stream, and of HTTP/2 take the window that all streams of the connection share. */
    private static void afterAnswer(RoutingContext call) {
        HttpServerRequest request = call.request();
        drop(request);
        if (NothingAfter.standsOn(request)) {
            HttpConnection connection = request.connection();
            call.vertx().setTimer(LINGER_MILLIS, late -> connection.close());
        } else if (isAwaited(request)) {
            leaveUnlessEnded(request, call.vertx());
        }
    }

    private static void drop(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.handler(dropped -> {}).resume();
        }
    }

    /** A call has its end soon, nearly always: what waits for it any longer would keep all that belongs to it in memory. */
    private static void leaveUnlessEnded(HttpServerRequest request, Vertx vertx) {
        long late = vertx.setTimer(LINGER_MILLIS, waited -> {
            if (!request.isEnded()) {
                brokenOff(request, NO_ERROR);
            }
        });
        request.endHandler(ended -> vertx.cancelTimer(late));
    }

    /** The answer is begun and has no end, and the caller must see that. */
    public static void brokenOff(HttpServerRequest request) {
        brokenOff(request, INTERNAL_ERROR);
    }

    private static void brokenOff(HttpServerRequest request, long why) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(why);
        } else {
            request.connection().close();
        }
    }
}
