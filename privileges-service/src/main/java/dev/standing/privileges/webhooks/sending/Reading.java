package dev.standing.privileges.webhooks.sending;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the first bytes of an answer, and no more: what is longer is broken off. The status counts even where the body never ends. */
final class Reading {
    private static final int MOST_BYTES = 1024;

    private final HttpClientResponse response;
    private final Promise<Void> end = Promise.promise();
    private volatile byte[] bytes = {};
    private volatile boolean whole;

    Reading(HttpClientResponse response) {
        this.response = response;
        response.exceptionHandler(e -> end.tryComplete());
        response.endHandler(nothing -> {
            whole = true;
            end.tryComplete();
        });
        response.handler(this::add);
    }

    /** On the connection's own thread alone. */
    private void add(Buffer more) {
        int room = MOST_BYTES - bytes.length;
        int taken = Math.min(room, more.length());
        byte[] longer = Arrays.copyOf(bytes, bytes.length + taken);
        more.getBytes(0, taken, longer, bytes.length);
        bytes = longer;
        if (more.length() > room) {
            response.pause();
            end.tryComplete();
        }
    }

    HttpClientResponse response() {
        return response;
    }

    /** When enough is read. */
    Future<Void> end() {
        return end.future();
    }

    boolean isWhole() {
        return whole;
    }

    /** What can be shown and kept: no character that PostgreSQL refuses. */
    String text() {
        return new String(bytes, StandardCharsets.UTF_8).replace('\0', '�');
    }
}
