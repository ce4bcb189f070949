package dev.standing.acceptance.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.standing.stack.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A partner's server, which takes nothing that is not signed, and not always what is. */
final class Hook implements AutoCloseable {
    private final HttpServer server;
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private volatile String secret = "";
    private int tried;

    Hook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newSingleThreadExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            String at = exchange.getRequestHeaders().getFirst("webhook-timestamp");
            JsonNode event = Json.read(body);
            if (!sign(id + "." + at + "." + body)
                    .equals(exchange.getRequestHeaders().getFirst("webhook-signature"))) {
                exchange.sendResponseHeaders(401, -1);
            } else if (event.path("type").asText().equals("webhook.challenge")) {
                JsonNode data = event.path("data");
                String echo = id + "." + data.path("timestamp").asLong() + "."
                        + data.path("challenge").asText();
                byte[] answer = Json.text(Map.of("signature", sign(echo))).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            } else if (tried++ % 3 == 0) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                taken.add(event.path("data"));
                exchange.sendResponseHeaders(204, -1);
            }
        }
    }

    private String sign(String content) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.replaceFirst("whsec_", ""));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    void holds(String newSecret) {
        secret = newSecret;
    }

    /** What it said it has, in that order. */
    List<JsonNode> taken() {
        return taken;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
