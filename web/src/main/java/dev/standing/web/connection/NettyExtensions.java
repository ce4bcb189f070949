package dev.standing.web.connection;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.inject.Singleton;

/**
 * Lets Netty find {@link ConnectionCap}. Netty looks once, when the first of its channels is made; that may be one to the
 * database, long before a port listens. So it is told before there is a Vert.x.
 */
@Singleton
final class NettyExtensions implements VertxOptionsCustomizer {
    @Override
    public void accept(VertxOptions options) {
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }
}
