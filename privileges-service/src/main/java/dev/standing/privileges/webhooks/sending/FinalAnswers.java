package dev.standing.privileges.webhooks.sending;

import dev.standing.web.connection.Pipeline;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;

/**
 * Passes over what servers say before their answer, any number of statuses from 100 to 199 (RFC 9110, 15.2). The platform's client knows 100
 * and 103, and takes another for the answer: then what follows would be taken for the answer to the next message on the connection.
 */
final class FinalAnswers extends ChannelInboundHandlerAdapter {
    private boolean passing;

    /** On each new connection, before anything is sent over it. */
    static void on(HttpConnection connection) {
        Pipeline.of(connection).addAfter("codec", null, new FinalAnswers());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpResponse response && isBeforeAnswer(response.status())) {
            passing = true;
        }
        boolean passed = passing;
        if (message instanceof LastHttpContent) {
            passing = false;
        }
        if (passed) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    /** After 101 nothing of HTTP comes any more: it is an answer, and the last. */
    private static boolean isBeforeAnswer(HttpResponseStatus status) {
        return status.codeClass() == HttpStatusClass.INFORMATIONAL
                && status.code() != HttpResponseStatus.SWITCHING_PROTOCOLS.code();
    }
}
