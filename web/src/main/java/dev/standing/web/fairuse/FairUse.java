package dev.standing.web.fairuse;

import dev.standing.web.access.Caller;
import dev.standing.web.access.Roles;
import dev.standing.web.problem.ProblemException;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Bounds how often a partner calls, for each class of routes by itself, and says in each answer what is left. Behind a proxy, for filters
 * are made when an executable is built, and settings are those of where it runs.
 */
@ApplicationScoped
public class FairUse {
    /** Once it is known who calls, before anything is taken or read for them. */
    private static final int BEFORE_SHARES = 3_900;

    private static final String ALLOWANCE = FairUse.class.getName();

    private final Buckets buckets;
    private final Caller caller;

    FairUse(FairUseConfig config, Caller caller) {
        this.buckets = new Buckets(new Limits(config), TimeMeter.SYSTEM_NANOTIME);
        this.caller = caller;
    }

    /** Fails with 429 where the partner has no call left. */
    @ServerRequestFilter(nonBlocking = true, priority = BEFORE_SHARES)
    public void take(ContainerRequestContext request) {
        if (!caller.has(Roles.PARTNER)) {
            return;
        }
        RouteClass of = RouteClass.of(request.getMethod(), request.getUriInfo().getPath());
        Allowance allowance = buckets.take(new Limits.Place(caller.name(), of));
        request.setProperty(ALLOWANCE, allowance);
        if (!allowance.taken()) {
            throw ProblemException.tooOften(
                    "A partner may make " + allowance.quota() / allowance.seconds() + " calls a second that are "
                            + of.label(),
                    allowance.untilNext());
        }
    }

    /** Says what is left, in refusals too. */
    @ServerResponseFilter
    public void say(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(ALLOWANCE) instanceof Allowance allowance) {
            response.getHeaders().putSingle("RateLimit-Policy", allowance.policy());
            response.getHeaders().putSingle("RateLimit", allowance.state());
        }
    }
}
