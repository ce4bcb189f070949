package dev.standing.web.problem;

import com.fasterxml.jackson.core.JacksonException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/** What the platform says no with: no such route, wrong method, wrong media type, broken body. */
@Provider
public final class WebMapper implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException e) {
        if (e.getCause() instanceof JacksonException json) {
            return Problems.response(JsonProblems.of(json).problem());
        }
        Response.StatusType status = e.getResponse().getStatusInfo();
        String sort = status.getReasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return Problems.response(Problem.of(sort, status.getReasonPhrase(), status.getStatusCode(), detail(status)));
    }

    private static String detail(Response.StatusType status) {
        return switch (status.getStatusCode()) {
            case 404 -> "There is no such resource";
            case 405 -> "This resource does not know that method";
            case 406 -> "This resource cannot answer in the media type asked for";
            case 413 -> "The body is larger than this resource takes";
            case 415 -> "This resource does not take that media type";
            default -> status.getReasonPhrase();
        };
    }
}
