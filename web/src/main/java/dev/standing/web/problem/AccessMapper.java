package dev.standing.web.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Who is not let in, and why in a word; never what was wrong with the token. */
public final class AccessMapper {
    private static final Problem WHO = Problem.of(
            "unauthorized", "Who are you?", 401, "A bearer token is needed that the issuer signed and that is in time");

    private static final Problem NOT_YOURS =
            Problem.of("forbidden", "Not allowed", 403, "The token's role may not call this");

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException e) {
        return Problems.response(WHO);
    }

    @ServerExceptionMapper
    public Response failed(AuthenticationFailedException e) {
        return Problems.response(WHO);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return Problems.response(NOT_YOURS);
    }
}
