package dev.standing.web.problem;

import dev.standing.web.connection.Pipeline;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;

/**
 * Answers a body of HTTP/1 whose chunks are broken: the platform ends the connection without a word. Where the answer is begun, or the chunk
 * is of a call that waits for another's answer, there is nothing that could be said, and it stays so.
 */
final class BrokenBodies extends ChannelInboundHandlerAdapter {
    private static final int BAD_REQUEST = 400;

    private final byte[] problem;
    private HttpServerRequest current;

    private BrokenBodies(HttpServerRequest current, byte[] problem) {
        this.current = current;
        this.problem = problem;
    }

    /** Looks at what comes of this call, which is the connection's current one. */
    static void watch(HttpServerRequest call, ChannelPipeline connection, byte[] problem) {
        BrokenBodies watching = connection.get(BrokenBodies.class);
        if (watching != null) {
            watching.current = call;
        } else {
            Pipeline.putBeforePlatform(connection, new BrokenBodies(call, problem));
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext connection, Object message) throws Exception {
        if (!isBroken(message)) {
            super.channelRead(connection, message);
        } else if (!current.isEnded() && !current.response().headWritten()) {
            ReferenceCountUtil.release(message);
            LastWords.say(connection.pipeline(), BAD_REQUEST, problem);
        } else {
            // An answer that is there already may not have left yet, and the platform ends the connection now.
            connection.channel().flush();
            super.channelRead(connection, message);
        }
    }

    /** A head that cannot be read has a body, too, and is nothing of the current call. */
    private static boolean isBroken(Object message) {
        return message instanceof HttpContent piece
                && !(message instanceof HttpRequest)
                && piece.decoderResult().isFailure();
    }
}
