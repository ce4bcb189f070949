package dev.standing.ingest.lines;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.vertx.MultiHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns a body of lines into an answer of lines. */
@ApplicationScoped
public class LineStreams {
    public static final String NDJSON = "application/x-ndjson";

    private final ObjectMapper mapper;
    private final Duration patience;

    LineStreams(ObjectMapper mapper, @ConfigProperty(name = "quarkus.http.read-timeout") Duration patience) {
        this.mapper = mapper;
        this.patience = patience;
    }

    /** The answer; the body is read while it is written. To be called on the context of the request. */
    public <I> LineAnswer answer(HttpServerRequest request, LineWork<I> work) {
        Context context = Vertx.currentContext();
        LineExchange<I> exchange =
                new LineExchange<>(work, mapper, command -> context.runOnContext(on -> command.run()), patience);
        return new LineAnswer(exchange.answers(MultiHelper.toMulti(request)));
    }
}
