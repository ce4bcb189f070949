package dev.standing.privileges.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.standing.local.test.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A partner with a server that verifies what it is sent by the reference implementation, and answers as the test says. */
final class Shop implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What was sent: the header and what the body says. */
    record Message(String id, String body, JsonNode event) {
        String type() {
            return event.path("type").asText();
        }

        String member() {
            return event.path("data").path("member").asText();
        }

        long sequence() {
            return event.path("data").path("sequence").asLong();
        }
    }

    final String partner = "shop-" + UUID.randomUUID();
    private final HttpServer server;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final List<String> unverified = new CopyOnWriteArrayList<>();
    private volatile Function<Message, Integer> answer = message -> 204;
    private volatile @Nullable String secret;

    Shop() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonNode event = JSON.readTree(body);
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        String known = secret;
        try {
            if (known != null) {
                new Webhook(known).verify(body, exchange.getRequestHeaders());
            }
            if (event.path("type").asText().equals("webhook.challenge")) {
                meet(exchange, id, event.path("data"));
                return;
            }
            Message message = new Message(id, body, event);
            int status = answer.apply(message);
            messages.add(message);
            byte[] said = ("said " + status).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, status == 204 ? -1 : said.length);
            if (status != 204) {
                exchange.getResponseBody().write(said);
            }
        } catch (Exception e) {
            unverified.add(body + ": " + e);
            exchange.sendResponseHeaders(400, -1);
        } finally {
            exchange.close();
        }
    }

    private void meet(HttpExchange exchange, String id, JsonNode data) throws Exception {
        String known = secret;
        String signature = known == null
                ? "v1,none"
                : new Webhook(known)
                        .sign(
                                id,
                                data.path("timestamp").asLong(),
                                data.path("challenge").asText());
        byte[] echo = JSON.writeValueAsBytes(JSON.createObjectNode().put("signature", signature));
        exchange.sendResponseHeaders(200, echo.length);
        exchange.getResponseBody().write(echo);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** Whether what came so far was taken in, and what it answers from now on. */
    void answers(Function<Message, Integer> status) {
        answer = status;
    }

    void holds(@Nullable String newSecret) {
        secret = newSecret;
    }

    List<Message> messages() {
        assertThat(unverified).isEmpty();
        return new ArrayList<>(messages);
    }

    List<Message> of(String member) {
        return messages().stream()
                .filter(message -> message.member().equals(member))
                .toList();
    }

    RequestSpecification as() {
        return given().auth().oauth2(Tokens.partner(partner)).contentType("application/json");
    }

    JsonPath register(String types) {
        Response response =
                as().body("{\"url\":\"" + url() + "\",\"types\":" + types + "}").post("/v1/webhooks");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.jsonPath();
    }

    /** An endpoint for all there is, proved. */
    String join() {
        JsonPath endpoint = register("[\"privilege.granted\",\"privilege.ending\",\"privilege.ended\","
                + "\"score.changed\",\"consent.withdrawn\",\"record.disputed\",\"record.corrected\"]");
        holds(endpoint.getString("secret"));
        Response proved = as().post("/v1/webhooks/" + endpoint.getString("id") + "/challenge");
        assertThat(proved.statusCode()).as(proved.asString()).isEqualTo(200);
        assertThat(proved.jsonPath().getString("state")).isEqualTo("active");
        return endpoint.getString("id");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
