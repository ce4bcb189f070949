package dev.standing.web.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.standing.database.Fault;
import dev.standing.database.SaidOnce;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * One form of no, whoever says it: the services, the platform, the reader of JSON, and what nobody foresaw. What the
 * platform has a mapper of its own for is named one by one, for ours to come before it.
 */
public final class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final SaidOnce SAID = new SaidOnce();
    private static final int RETRY_AFTER_SECONDS = 1;

    /** Never what was wrong with a token that is not the issuer's. */
    private static final Problem WHO = ProblemException.unknown(
                    "A bearer token is needed that the issuer signed and that is in time")
            .problem();

    private static final Problem NOT_YOURS =
            Problem.of("forbidden", "Not allowed", 403, "The token's role may not call this");

    private static final Problem AWAY = ProblemException.unavailable("The database is away; try again in a moment")
            .problem();

    @ServerExceptionMapper({
        Exception.class,
        ProblemException.class,
        WebApplicationException.class,
        MismatchedInputException.class,
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        ForbiddenException.class
    })
    public Response response(Throwable e) {
        Problem problem = problem(e);
        Response.ResponseBuilder builder =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == 401) {
            builder.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem.status() == 503 || problem.status() == 429) {
            builder.header(
                    HttpHeaders.RETRY_AFTER,
                    e instanceof ProblemException ours ? ours.retryAfterSeconds() : RETRY_AFTER_SECONDS);
        }
        return builder.build();
    }

    private static Problem problem(Throwable e) {
        return switch (e) {
            case ProblemException ours -> ours.problem();
            case UnauthorizedException nobody -> WHO;
            case AuthenticationFailedException nobody -> WHO;
            case ForbiddenException another -> NOT_YOURS;
            case JacksonException json -> JsonProblems.of(json).problem();
            case WebApplicationException web -> platform(web);
            default -> Fault.isPassing(e) ? away(e) : fault(e);
        };
    }

    /** No such route, wrong method, wrong media type; or the wrapping of what was found in a parameter or a body. */
    private static Problem platform(WebApplicationException e) {
        return switch (e.getCause()) {
            case ProblemException ours -> ours.problem();
            case JacksonException json -> JsonProblems.of(json).problem();
            case null, default -> status(e.getResponse().getStatusInfo());
        };
    }

    private static Problem status(Response.StatusType status) {
        String sort = status.getReasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        String detail =
                switch (status.getStatusCode()) {
                    case 404 -> "There is no such resource";
                    case 405 -> "This resource does not know that method";
                    case 406 -> "This resource cannot answer in the media type asked for";
                    case 413 -> "The body is larger than this resource takes";
                    case 415 -> "This resource does not take that media type";
                    default -> status.getReasonPhrase();
                };
        return Problem.of(sort, status.getReasonPhrase(), status.getStatusCode(), detail);
    }

    /** Callers are told to come again, operators what it was: now and then a line, for calls fail in many ways at once. */
    private static Problem away(Throwable e) {
        if (SAID.isNew("away")) {
            LOG.warnf("calls are answered 503 and told to come again, this one for: %s", Fault.text(e));
        }
        return AWAY;
    }

    /** Our own: the caller gets a number to quote, the log gets the trace under it. */
    private static Problem fault(Throwable e) {
        String incident = UUID.randomUUID().toString();
        LOG.errorf(e, "request failed, incident %s", incident);
        return Problem.of("fault", "Our fault", 500, "Please quote incident " + incident + " when you report it");
    }
}
