package dev.standing.web.problem;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;

/**
 * The last that is said on a connection of HTTP/1, beside the platform: where that would say nothing, or say it in the caller's words. On the
 * event loop of the connection.
 */
final class LastWords {
    private LastWords() {}

    /** Says them, of this problem as JSON, and ends the connection. */
    static void say(ChannelPipeline connection, int status, byte[] problem) {
        String head = "HTTP/1.1 " + HttpResponseStatus.valueOf(status) + "\r\ncontent-type: " + Problem.MEDIA_TYPE
                + "\r\ncontent-length: " + problem.length + "\r\nconnection: close\r\n\r\n";
        ByteBuf words = Unpooled.wrappedBuffer(head.getBytes(StandardCharsets.US_ASCII), problem);
        // Below what encodes answers, and above what encrypts them.
        var _ = connection
                .context(HttpResponseEncoder.class)
                .writeAndFlush(words)
                .addListener(ChannelFutureListener.CLOSE);
    }
}
