package dev.standing.web.connection;

import dev.standing.web.start.HttpConfig;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Keeps a connection on which nothing moves for longer once it has brought a call. The platform knows one time for all, and it
 * starts with what is decoded and not with what arrives: so that, kept short, is the deadline of the first head, however slowly
 * it trickles in.
 */
@Singleton
public final class Keeping {
    private static final int BEFORE_ALL_OTHERS = 100_000;
    private static final String PLATFORMS_NAME = "idle";

    private final Duration idleTimeout;

    Keeping(HttpConfig config) {
        this.idleTimeout = config.idleTimeout();
    }

    void watch(@Observes Filters filters) {
        // Where ports are opened, what is wrong with it would be a warning in the log, and the service would take
        // nobody.
        var _ = ConnectionCap.most(ConfigProvider.getConfig());
        filters.register(this::keep, BEFORE_ALL_OTHERS);
    }

    private void keep(RoutingContext call) {
        ChannelPipeline pipeline = Pipeline.of(call.request());
        IdleStateHandler first = pipeline.get(IdleStateHandler.class);
        if (first != null && !(first instanceof Kept)) {
            pipeline.replace(first, PLATFORMS_NAME, new Kept(idleTimeout));
        }
        Ending.watch(call);
        call.next();
    }

    private static final class Kept extends IdleStateHandler {
        Kept(Duration idleTimeout) {
            super(0, 0, idleTimeout.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
