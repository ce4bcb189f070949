package dev.standing.ingest.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.standing.web.problem.Problem;
import dev.standing.web.problem.ProblemException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Bounds every body but those that are read line by line; of our own, because the platform's limit is one for all routes. A
 * body of undeclared length is refused on the bounded routes: nobody needs one there, and it would have to be kept until its
 * end is seen.
 */
@ApplicationScoped
class BodyLimit {
    private static final int BEFORE_AUTHENTICATION = 500;
    private static final String STREAM = "/v1/records/stream";
    private static final String IMPORTS = "/v1/imports/";

    private final ObjectMapper mapper;
    private final long maxBytes;

    BodyLimit(ObjectMapper mapper, IngestConfig config) {
        this.mapper = mapper;
        maxBytes = config.maxBodyBytes();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_AUTHENTICATION);
    }

    private void check(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.equals(STREAM) || path.startsWith(IMPORTS)) {
            context.next();
            return;
        }
        HttpServerRequest request = context.request();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            refuse(context, "A body of undeclared length is taken only by the streams; declare its Content-Length");
        } else if (length != null && isOver(length)) {
            refuse(context, "The body is larger than the " + maxBytes + " bytes that this resource takes");
        } else {
            context.next();
        }
    }

    private boolean isOver(String length) {
        try {
            return Long.parseLong(length) > maxBytes;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    /** The rest of the body is not read, so the connection cannot be used again. */
    private void refuse(RoutingContext context, String detail) {
        Problem problem = ProblemException.tooLarge(detail).problem();
        try {
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .end(mapper.writeValueAsString(problem))
                    .onComplete(done -> context.request().connection().close());
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
