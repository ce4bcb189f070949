package dev.standing.stack;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a service on this machine tells operators, at its management port. */
public final class Management {
    private static final int TIMEOUT_MILLIS = 1000;

    private final int port;

    /** Of the service with this port. */
    public Management(int servicePort) {
        this.port = ManagementPort.of(servicePort);
    }

    /** The page, such as {@code /q/metrics}; empty where it does not come within a second or is no good news. */
    public Optional<String> page(String path) {
        // The old client, because it is there at once: the new one costs a quarter of a second at first use.
        HttpURLConnection connection = null;
        try {
            connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return Optional.empty();
            }
            try (InputStream body = connection.getInputStream()) {
                return Optional.of(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return Optional.empty();
        } finally {
            if (connection != null) {
                connection.disconnect();
            }
        }
    }
}
