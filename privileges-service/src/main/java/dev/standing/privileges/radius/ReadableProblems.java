package dev.standing.privileges.radius;

import dev.standing.web.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** To FreeRADIUS a problem is plain JSON: it reads no other type, and would say that instead of what is wrong. */
public final class ReadableProblems {
    private static final String HERE = "v1/radius/";
    private static final int FIRST_PROBLEM = 400;

    /** Changes the type of a problem alone. The platform registers what it hands out for reflection. */
    @ServerResponseFilter
    public void name(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < FIRST_PROBLEM) {
            return;
        }
        String path = request.getUriInfo().getPath();
        boolean isHere = path.startsWith(HERE) || path.startsWith("/" + HERE);
        MediaType type = response.getMediaType();
        if (isHere && type != null && type.toString().startsWith(Problem.MEDIA_TYPE)) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }
}
