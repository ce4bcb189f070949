package dev.standing.ingest.lines;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.ingest.setup.IngestConfig;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.share.Share;
import dev.standing.web.share.Shares;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.vertx.MultiHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns a body of lines into an answer of lines. */
@ApplicationScoped
@Startup
public class LineStreams {
    public static final String NDJSON = "application/x-ndjson";

    private final ObjectMapper mapper;
    private final Duration patience;
    private final Shares streams;

    LineStreams(
            ObjectMapper mapper,
            IngestConfig config,
            @ConfigProperty(name = "quarkus.http.read-timeout") Duration patience) {
        this.mapper = mapper;
        this.streams = new Shares(
                "streams", config.streams().perSender(), config.streams().inAll());
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("The setting quarkus.http.read-timeout is " + patience
                    + "; allowed: a time above 0, or every stream would end at once");
        }
        this.patience = patience;
    }

    /**
     * The answer; the body is read while it is written. To be called on the context of the request.
     *
     * @param sender whose places for streams are counted
     * @throws ProblemException 429 where the sender has too many open, 503 where all together have
     */
    public <I> LineAnswer answer(HttpServerRequest request, String sender, LineWork<I> work) {
        Context context = Vertx.currentContext();
        LineExchange<I> exchange =
                new LineExchange<>(work, mapper, command -> context.runOnContext(on -> command.run()), patience);
        Share share = streams.of(sender);
        share.take(1);
        Multi<byte[]> answers =
                exchange.answers(MultiHelper.toMulti(request)).onTermination().invoke(() -> share.giveBack());
        return new LineAnswer(answers, patience);
    }
}
