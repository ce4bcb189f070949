package dev.standing.web.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;

/**
 * Stands on a connection of HTTP/1 from when an answer is announced as its last: nothing that follows is a call (RFC 9112, 9.6). It is read
 * and dropped, for a connection that ends with something unread may take the answer from who has not read it yet. The platform knows the last
 * answer only where the caller asked for the end. Calls that it had put in line before are left alone as they come up ({@link Ending}); where
 * it would answer one by itself, for its head cannot be read, that stays here.
 */
final class NothingAfter extends ChannelDuplexHandler {
    private boolean nextCame;
    private boolean lastAnswered;

    private NothingAfter() {}

    static void standOn(HttpServerRequest last) {
        if (!standsOn(last)) {
            Pipeline.putBeforePlatform(Pipeline.of(last), new NothingAfter());
        }
    }

    static boolean standsOn(HttpServerRequest request) {
        return Pipeline.of(request).get(NothingAfter.class) != null;
    }

    /** Up to the next head it is the rest of a body that the platform waits for. */
    @Override
    public void channelRead(ChannelHandlerContext connection, Object message) {
        nextCame |= message instanceof HttpRequest;
        if (nextCame) {
            ReferenceCountUtil.release(message);
        } else {
            connection.fireChannelRead(message);
        }
    }

    /** What is no answer is what the platform waits for before it ends the connection. */
    @Override
    public void write(ChannelHandlerContext connection, Object message, ChannelPromise written) {
        if (lastAnswered && message instanceof HttpObject) {
            ReferenceCountUtil.release(message);
            written.trySuccess();
        } else {
            lastAnswered |= message instanceof LastHttpContent;
            var _ = connection.write(message, written);
        }
    }
}
