package dev.standing.web.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Bodies of the wrong form; the platform has a mapper of its own for these, which this one replaces. */
@Provider
public final class JsonMapper implements ExceptionMapper<MismatchedInputException> {
    @Override
    public Response toResponse(MismatchedInputException e) {
        return Problems.response(JsonProblems.of(e).problem());
    }
}
