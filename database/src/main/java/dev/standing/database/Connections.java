package dev.standing.database;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the pool of a service, of connections that end once nothing has come over them for longer than anybody waits for a
 * statement. Without it, one that the network has silently lost keeps its place in the pool until TCP gives up, a quarter of
 * an hour later.
 */
@Singleton
final class Connections implements PgPoolCreator {
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(40);
    private static final int CONNECT_MILLIS = 10_000;

    private final Duration longestSilence;

    Connections() {
        this(LONGEST_SILENCE);
    }

    Connections(Duration longestSilence) {
        this.longestSilence = longestSilence;
    }

    @Override
    public Pool create(Input input) {
        List<SqlConnectOptions> servers = List.copyOf(input.pgConnectOptionsList());
        servers.forEach(server -> server.setConnectTimeout(CONNECT_MILLIS));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(servers)
                .using(input.vertx())
                .withConnectHandler(this::watch)
                .build();
    }

    /**
     * Before the driver's own handlers: the client's idle timeouts end a connection by way of the driver, which says goodbye and
     * waits for the server.
     */
    private void watch(SqlConnection connection) {
        if (((SqlConnectionInternal) connection).unwrap().unwrap() instanceof SocketConnectionBase base) {
            ChannelPipeline pipeline = base.socket().channelHandlerContext().pipeline();
            pipeline.addFirst(new End(longestSilence));
        }
        connection.close();
    }

    /** Ends the connection, and what waits for its answers hears that it is closed. */
    private static final class End extends ReadTimeoutHandler {
        End(Duration longestSilence) {
            super(longestSilence.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        protected void readTimedOut(ChannelHandlerContext context) {
            var unused = context.close();
        }

        /** What waits hears that the connection is closed; of more than that the driver would print a trace, past the log. */
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) throws Exception {
            if (cause instanceof IOException) {
                var unused = context.close();
            } else {
                super.exceptionCaught(context, cause);
            }
        }
    }
}
