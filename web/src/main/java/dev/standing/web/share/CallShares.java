package dev.standing.web.share;

import dev.standing.web.access.Caller;
import dev.standing.web.start.HttpConfig;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Bounds the calls that a caller has on their way, from the head of a request to the end of its answer. Behind a proxy, for filters are
 * made when an executable is built, and settings are those of where it runs.
 */
@ApplicationScoped
public class CallShares {
    /** Once it is known who calls, and before bodies are read. */
    private static final int BEFORE_BODIES = 4_000;

    private final Shares calls;
    private final Caller caller;

    CallShares(HttpConfig config, Caller caller) {
        // Of all together there are as many as connections let in.
        calls = new Shares("calls", config.callsPerCaller(), Long.MAX_VALUE);
        this.caller = caller;
    }

    /** Fails with 429 where the caller has too many on their way. */
    @ServerRequestFilter(nonBlocking = true, priority = BEFORE_BODIES)
    public void take(RoutingContext routing) {
        Share share = calls.of(caller.name());
        share.take(1);
        routing.addEndHandler(ended -> share.giveBack());
    }
}
