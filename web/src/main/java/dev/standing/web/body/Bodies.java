package dev.standing.web.body;

import dev.standing.web.access.Caller;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.share.Share;
import dev.standing.web.share.Shares;
import dev.standing.web.start.HttpConfig;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies before their resource is called, after the caller is known to be allowed. Of our own, because the platform's limit
 * looks at the declared length, closes the connection for all of its streams, and has a worker thread wait for what is slow. A
 * resource that takes the request itself reads its body itself, and bounds it. Behind a proxy, for filters are made when an executable is
 * built, and settings and heap are those of where it runs.
 */
@ApplicationScoped
public class Bodies {
    private static final Set<HttpMethod> BODILESS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** In all together; with what is made of them, bodies take some times their size. */
    private static final int PARTS_OF_THE_HEAP = 8;

    private static final int CALLERS_WITH_ALL_OF_IT = 4;

    private final long maxBytes;
    private final Duration deadline;
    private final Caller caller;
    private final Shares memory;

    Bodies(HttpConfig config, Caller caller) {
        this.maxBytes = config.maxBodyBytes();
        this.deadline = config.bodyDeadline();
        this.caller = caller;
        long inAll = Runtime.getRuntime().maxMemory() / PARTS_OF_THE_HEAP;
        this.memory = new Shares("bytes of bodies", inAll / CALLERS_WITH_ALL_OF_IT, inAll);
    }

    /** Fails with 415 where the body is compressed, 413 where it is too long, 408 where it is too slow, 429 where there are too many. */
    @ServerRequestFilter(nonBlocking = true)
    public Uni<Void> read(ContainerRequestContext call, SimpleResourceInfo resource, RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (BODILESS.contains(request.method())) {
            return Uni.createFrom().voidItem();
        }
        if (encoded(request)) {
            return Uni.createFrom().failure(ProblemException.encoded(request.getHeader(HttpHeaders.CONTENT_ENCODING)));
        }
        return readsItself(resource) ? Uni.createFrom().voidItem() : whole(call, request, routing);
    }

    private static boolean encoded(HttpServerRequest request) {
        @Nullable String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && !encoding.equalsIgnoreCase(HttpHeaderValues.IDENTITY.toString());
    }

    private static boolean readsItself(SimpleResourceInfo resource) {
        return Arrays.asList(resource.parameterTypes()).contains(HttpServerRequest.class);
    }

    private Uni<Void> whole(ContainerRequestContext call, HttpServerRequest request, RoutingContext routing) {
        @Nullable String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && isOver(length)) {
            return Uni.createFrom().failure(Arrival.tooLarge(maxBytes));
        }
        if (HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            routing.response().writeContinue();
        }
        Share share = memory.of(caller.name());
        routing.addEndHandler(ended -> share.giveBack());
        return Arrival.of(request, maxBytes, share, deadline, routing.vertx())
                .invoke(body -> call.setEntityStream(new ByteArrayInputStream(body.getBytes())))
                .replaceWithVoid();
    }

    private boolean isOver(String length) {
        try {
            return Long.parseLong(length) > maxBytes;
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
