package dev.standing.web.access;

import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Paths as they are written: the platform would leave out what stands behind a semicolon, and take {@code a;b} for the id {@code a}. */
public final class PlainPaths {
    private static final int FIRST = 1_000;

    /** Fails with 422 where the path has a semicolon that is not encoded. */
    @ServerRequestFilter(nonBlocking = true, priority = FIRST)
    public void require(RoutingContext call) {
        String path = call.request().path();
        if (path.indexOf(';') >= 0) {
            throw ProblemException.invalid(new Violation("path", path, "a path without ;"));
        }
    }
}
