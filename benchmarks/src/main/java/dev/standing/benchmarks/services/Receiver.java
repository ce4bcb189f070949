package dev.standing.benchmarks.services;

import com.fasterxml.jackson.databind.JsonNode;
import dev.standing.stack.http.Json;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A partner's server that fails three times in ten, and counts what it took, what came twice and what came out of order. */
final class Receiver implements AutoCloseable {
    private static final int TEN = 10;
    private static final int FAILING = 3;
    private static final String ALGORITHM = "HmacSHA256";

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final Map<String, Long> lastByMember = new HashMap<>();
    private final Random random = new Random(7);
    private volatile String secret = "";
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong outOfOrder = new AtomicLong();

    Receiver() {
        server = vertx.createHttpServer()
                .requestHandler(this::handle)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort() + "/";
    }

    void holds(String newSecret) {
        secret = newSecret;
    }

    /** Different events. */
    long taken() {
        return taken.get();
    }

    long outOfOrder() {
        return outOfOrder.get();
    }

    private void handle(HttpServerRequest request) {
        request.bodyHandler(body -> {
            JsonNode event = Json.read(body.toString());
            JsonNode data = event.path("data");
            if (data.has("challenge")) {
                String content = request.getHeader("webhook-id") + "."
                        + data.path("timestamp").asLong() + "."
                        + data.path("challenge").asText();
                request.response().end(Json.text(Map.of("signature", sign(content))));
            } else if (data.has("member") && random.nextInt(TEN) < FAILING) {
                request.response().setStatusCode(503).end();
            } else {
                take(data);
                request.response().end();
            }
        });
    }

    /** On the one thread that serves. */
    private void take(JsonNode data) {
        long sequence = data.path("sequence").asLong();
        long last = lastByMember.getOrDefault(data.path("member").asText(), 0L);
        if (sequence > last) {
            lastByMember.put(data.path("member").asText(), sequence);
            taken.incrementAndGet();
            if (sequence != last + 1) {
                outOfOrder.incrementAndGet();
            }
        }
    }

    private String sign(String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("whsec_", "")), ALGORITHM));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
