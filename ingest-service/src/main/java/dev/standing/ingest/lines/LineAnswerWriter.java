package dev.standing.ingest.lines;

import dev.standing.web.connection.Ending;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes a piece when the one before has gone out. The platform's own way with {@code Multi} puts the line break before the
 * next item instead of behind each one, so that a sender who waits for a line would never see its end.
 */
@Provider
public final class LineAnswerWriter implements ServerMessageBodyWriter<LineAnswer> {
    private static final Logger LOG = Logger.getLogger(LineAnswerWriter.class);

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == LineAnswer.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == LineAnswer.class;
    }

    @Override
    public void writeResponse(LineAnswer answer, Type genericType, ServerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        request.suspend();
        request.serverResponse().setChunked(true);
        answer.pieces().subscribe().withSubscriber(new Writing(request, answer.patience()));
    }

    @Override
    public void writeTo(
            LineAnswer answer,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        throw new UnsupportedOperationException("an answer of lines is written while it comes about");
    }

    /** Asks for a piece when the one before is written; ends with the client, and where the client does not read. */
    private static final class Writing implements MultiSubscriber<byte[]> {
        private final ResteasyReactiveRequestContext request;
        private final Duration patience;
        private Flow.@Nullable Subscription pieces;

        Writing(ResteasyReactiveRequestContext request, Duration patience) {
            this.request = request;
            this.patience = patience;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            pieces = subscription;
            request.serverResponse().addCloseHandler(subscription::cancel);
            subscription.request(1);
        }

        @Override
        public void onItem(byte[] piece) {
            Flow.Subscription more = Objects.requireNonNull(pieces);
            Runnable inTime = request.registerTimer(patience.toMillis(), this::breakOff);
            request.serverResponse().write(piece, failure -> {
                inTime.run();
                if (failure == null) {
                    more.request(1);
                } else {
                    more.cancel();
                    request.close();
                }
            });
        }

        @Override
        public void onCompletion() {
            request.serverResponse().end();
            request.close();
        }

        /** The status is out already: all that can be said is that the answer has no end. */
        @Override
        public void onFailure(Throwable failure) {
            LOG.debugf("a stream broke off: %s", failure);
            breakOff();
            request.close();
        }

        /** What is being written fails by this, and what is still to be written is not asked for. */
        private void breakOff() {
            Ending.brokenOff(request.serverRequest().unwrap(HttpServerRequest.class));
        }
    }
}
