package dev.standing.privileges.webhooks.sending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts who connects, hears the first bytes, and says what it was told to, whatever that is. */
final class Listener implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();
    private final Map<String, String> byPath = new ConcurrentHashMap<>();
    private volatile String answer = "";
    private volatile String heard = "";

    Listener() {
        this("127.0.0.1", 0);
    }

    Listener(String address, int port) {
        try {
            socket = new ServerSocket(port, 50, InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try {
            byte[] bytes = new byte[8192];
            int read = connection.getInputStream().read(bytes);
            String request = new String(bytes, 0, Math.max(0, read), StandardCharsets.UTF_8);
            heard = request;
            String path = request.split(" ", 3)[1];
            connection.getOutputStream().write(byPath.getOrDefault(path, answer).getBytes(StandardCharsets.UTF_8));
            connection.getOutputStream().flush();
        } catch (IOException e) {
            // whoever had enough has hung up
        }
    }

    void answers(String text) {
        answer = text;
    }

    void answers(String path, String text) {
        byPath.put(path, text);
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    String heard() {
        return heard;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
