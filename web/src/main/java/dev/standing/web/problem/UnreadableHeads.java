package dev.standing.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Puts a problem into what the platform answers before there is a call, to a head that is no HTTP or too long: it says the status alone,
 * ends the connection without saying so, and has no place where to say otherwise. So it is done where its bytes leave. HTTP/2 has such answers in frames
 * of its protocol, and they stay as they are. Netty finds this as it does {@link dev.standing.web.connection.ConnectionCap}.
 */
@RegisterForReflection
public final class UnreadableHeads extends ChannelInitializerExtension {
    private static final ChannelHandler WORDS = new Words();

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        connection.pipeline().addFirst(WORDS);
    }

    /** What is wrong with a head that is answered so. */
    static Problem problem(int status) {
        return switch (status) {
            case 414 ->
                Problem.of(
                        "too-long",
                        "Too long",
                        status,
                        "The line with method and path is longer than this service takes");
            case 431 ->
                Problem.of("too-long", "Too long", status, "The headers together are longer than this service takes");
            default ->
                Problem.of("malformed", "The call cannot be read", status, "The call's head is not as HTTP wants it");
        };
    }

    @ChannelHandler.Sharable
    private static final class Words extends ChannelOutboundHandlerAdapter {
        private static final Set<Integer> WORDLESS = Set.of(400, 414, 431);
        private static final int STATUS_AT = "HTTP/1.1 ".length();
        private static final int STATUS_LINE_STARTS = STATUS_AT + 4;
        private static final byte FIRST_OF_REFUSALS = '4';
        private static final String NOTHING = "\r\ncontent-length: 0\r\n";
        private static final String LAST = "\r\nconnection: close";
        private static final ObjectMapper JSON = new ObjectMapper();

        @Override
        public void write(ChannelHandlerContext connection, Object message, ChannelPromise written) throws Exception {
            super.write(connection, message instanceof ByteBuf bytes ? worded(bytes) : message, written);
        }

        private static ByteBuf worded(ByteBuf bytes) throws JsonProcessingException {
            if (!startsARefusal(bytes)) {
                return bytes;
            }
            String head = bytes.toString(StandardCharsets.ISO_8859_1);
            int nothing = head.indexOf(NOTHING);
            int status = status(head);
            if (nothing < 0
                    || !WORDLESS.contains(status)
                    || !head.endsWith("\r\n\r\n")
                    || head.contains("\r\ncontent-type:")) {
                return bytes;
            }
            bytes.release();
            byte[] problem = JSON.writeValueAsBytes(problem(status));
            String withWords = head.substring(0, nothing) + (head.contains(LAST) ? "" : LAST) + "\r\ncontent-type: "
                    + Problem.MEDIA_TYPE
                    + "\r\ncontent-length: " + problem.length + head.substring(nothing + NOTHING.length() - 2);
            return Unpooled.wrappedBuffer(withWords.getBytes(StandardCharsets.ISO_8859_1), problem);
        }

        /** All that is sent comes by here. */
        private static boolean startsARefusal(ByteBuf bytes) {
            int at = bytes.readerIndex();
            return bytes.readableBytes() > STATUS_LINE_STARTS
                    && bytes.getByte(at + STATUS_AT) == FIRST_OF_REFUSALS
                    && bytes.getByte(at) == 'H'
                    && bytes.getByte(at + 4) == '/';
        }

        private static int status(String head) {
            try {
                return Integer.parseInt(head, STATUS_AT, STATUS_AT + 3, 10);
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }
}
