package dev.standing.ingest;

import dev.standing.local.test.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** A connection to the service as no client of a library would use it. */
public final class Wire implements AutoCloseable {
    private final Socket socket;

    private Wire(Socket socket) {
        this.socket = socket;
    }

    public static Wire open() {
        URI service = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        try {
            return new Wire(new Socket(service.getHost(), service.getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The head of a request of this partner, and of its body nothing. */
    public static String head(String path, String type, String partner, String length) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type + "\r\nAuthorization: Bearer "
                + Tokens.partner(partner) + "\r\n" + length + "\r\n\r\n";
    }

    /** A connection on which this has been sent. */
    public static Wire open(String text) {
        Wire wire = open();
        wire.send(text);
        return wire;
    }

    /** False where the other end is gone. */
    public boolean send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What is answered until the connection ends or the time is over. */
    public String receive(Duration time) {
        StringBuilder received = new StringBuilder();
        long deadline = System.nanoTime() + time.toNanos();
        byte[] piece = new byte[8192];
        try {
            for (long left = time.toMillis(); left > 0; left = (deadline - System.nanoTime()) / 1_000_000) {
                socket.setSoTimeout(Math.toIntExact(left));
                int read = socket.getInputStream().read(piece);
                if (read < 0) {
                    return received + "[end]";
                }
                received.append(new String(piece, 0, read, StandardCharsets.UTF_8));
            }
        } catch (SocketTimeoutException e) {
            return received.toString();
        } catch (IOException e) {
            return received + "[end]";
        }
        return received.toString();
    }

    /** Whether the other end ends the connection within that time. */
    public boolean endsWithin(Duration time) {
        return receive(time).endsWith("[end]");
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
