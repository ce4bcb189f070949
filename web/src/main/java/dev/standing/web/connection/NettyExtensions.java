package dev.standing.web.connection;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.runtime.annotations.RegisterResources;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.inject.Singleton;

/**
 * Lets Netty find {@link ConnectionCap}. Netty looks once, when the first of its channels is made; that may be one to the
 * database, long before a port listens. So it is told before there is a Vert.x.
 */
@Singleton
@RegisterResources(globs = NettyExtensions.FILE)
final class NettyExtensions implements VertxOptionsCustomizer {
    /** An executable holds no such file by itself; without it there is no cap there, and nobody says so. */
    static final String FILE = "META-INF/services/io.netty.bootstrap.ChannelInitializerExtension";

    @Override
    public void accept(VertxOptions options) {
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }
}
