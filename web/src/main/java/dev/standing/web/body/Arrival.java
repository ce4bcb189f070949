package dev.standing.web.body;

import dev.standing.web.problem.ProblemException;
import dev.standing.web.share.Share;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/** A body while it arrives, counted piece by piece. On the request's event loop alone. */
final class Arrival {
    private final HttpServerRequest request;
    private final long maxBytes;
    private final Share memory;
    private final UniEmitter<? super Buffer> waiting;
    private Buffer body = Buffer.buffer();
    private boolean decided;

    private Arrival(HttpServerRequest request, long maxBytes, Share memory, UniEmitter<? super Buffer> waiting) {
        this.request = request;
        this.maxBytes = maxBytes;
        this.memory = memory;
        this.waiting = waiting;
    }

    /**
     * The body when it is there; fails where it grows over the bound or over what the caller may have in memory, takes longer than
     * the deadline, or breaks off.
     */
    static Uni<Buffer> of(HttpServerRequest request, long maxBytes, Share memory, Duration deadline, Vertx vertx) {
        if (request.isEnded()) {
            return Uni.createFrom().item(Buffer.buffer());
        }
        return Uni.createFrom().emitter(emitter -> {
            Arrival arrival = new Arrival(request, maxBytes, memory, emitter);
            long timer = vertx.setTimer(deadline.toMillis(), late -> arrival.fail(tooSlow(deadline)));
            emitter.onTermination(() -> vertx.cancelTimer(timer));
            arrival.listen();
        });
    }

    static ProblemException tooLarge(long maxBytes) {
        return ProblemException.tooLarge("The body is larger than the " + maxBytes + " bytes that this resource takes");
    }

    private static ProblemException tooSlow(Duration deadline) {
        return ProblemException.tooSlow("The body did not come to its end within " + deadline.toSeconds() + " seconds");
    }

    private void listen() {
        // Nobody is there any more to be answered: it is not our fault, and nobody's business but the caller's.
        request.exceptionHandler(gone -> fail(ProblemException.malformed("The body broke off")));
        request.endHandler(end -> complete());
        request.handler(this::add);
        // The platform has held it back until somebody reads it.
        request.resume();
    }

    private void add(Buffer piece) {
        if (decided) {
            return;
        }
        if (body.length() + piece.length() > maxBytes) {
            fail(tooLarge(maxBytes));
            return;
        }
        try {
            memory.take(piece.length());
            body.appendBuffer(piece);
        } catch (ProblemException tooMuch) {
            fail(tooMuch);
        }
    }

    private void complete() {
        if (!decided) {
            decided = true;
            waiting.complete(body);
        }
    }

    private void fail(ProblemException problem) {
        if (!decided) {
            decided = true;
            body = Buffer.buffer();
            waiting.fail(problem);
        }
    }
}
