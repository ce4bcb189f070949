package dev.standing.web.connection;

import dev.standing.web.start.AtLeastOne;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.util.AttributeKey;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.SmallRyeConfig;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Ends connections beyond {@code quarkus.http.limits.max-connections} as soon as they are accepted, at each port. The platform
 * counts a connection from its first byte on: those that send none would take all descriptors. Netty finds this by its service
 * loader, where it is told to look ({@link NettyExtensions}).
 */
@RegisterForReflection
public final class ConnectionCap extends ChannelInitializerExtension {
    private static final String MOST = "quarkus.http.limits.max-connections";
    private static final AttributeKey<Port> PORT = AttributeKey.valueOf(ConnectionCap.class, "port");
    private static final ChannelHandler END = new End();

    @Override
    public void postInitializeServerListenerChannel(ServerChannel listening) {
        listening.attr(PORT).set(new Port(most(ConfigProvider.getConfig()), new AtomicInteger()));
    }

    /**
     * How many there may be at a port.
     *
     * @throws IllegalArgumentException where there could be none, which names setting, value and what is allowed
     */
    static int most(Config config) {
        return config.unwrap(SmallRyeConfig.class).getValue(MOST, new AtLeastOne());
    }

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        Port port = connection.parent().attr(PORT).get();
        connection.closeFuture().addListener(closed -> port.open().decrementAndGet());
        if (port.open().incrementAndGet() > port.most()) {
            connection.pipeline().addFirst(END);
        }
    }

    private record Port(int most, AtomicInteger open) {}

    /** Not before it is known to its event loop, which knows of no other way to let go of it. */
    @ChannelHandler.Sharable
    private static final class End extends ChannelInboundHandlerAdapter {
        @Override
        public void channelActive(ChannelHandlerContext connection) {
            var _ = connection.close();
        }
    }
}
