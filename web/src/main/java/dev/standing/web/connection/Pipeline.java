package dev.standing.web.connection;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.VertxHandler;

/** What the bytes of a call go through. On the event loop of the connection. */
public final class Pipeline {
    private Pipeline() {}

    public static ChannelPipeline of(HttpServerRequest call) {
        return of(call.connection());
    }

    /** The same, of a connection that we have made as well. */
    public static ChannelPipeline of(HttpConnection connection) {
        return ((ConnectionBase) connection).channel().pipeline();
    }

    /** Has this see what comes before the platform does, of HTTP/1; where the connection is gone by now, nothing comes. */
    public static void putBeforePlatform(ChannelPipeline connection, ChannelHandler handler) {
        ChannelHandlerContext platform = connection.context(VertxHandler.class);
        if (platform != null) {
            connection.addBefore(platform.name(), null, handler);
        }
    }
}
