package dev.standing.stack.http;

import dev.standing.stack.ManagementPort;
import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One caller of one suite: {@code as(partner("acme")).post(INGEST, "/v1/records", record)}. */
public final class Client {
    public static final String JSON = "application/json";
    public static final String NDJSON = "application/x-ndjson";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** Nobody, but where tests hold all answers to what is described. */
    private static final List<Witness> WITNESSES = ServiceLoader.load(Witness.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    private final Function<Service, URI> addresses;
    private final @Nullable String token;

    /** Calls with this token; without one where it is null. */
    public Client(Suite suite, @Nullable String token) {
        this(suite::url, token);
    }

    /** The same, of services at these addresses. */
    public Client(Function<Service, URI> addresses, @Nullable String token) {
        this.addresses = addresses;
        this.token = token;
    }

    public Answer get(Service service, String path) {
        return call(service, "GET", path, null, JSON);
    }

    public Answer put(Service service, String path, @Nullable Object body) {
        return call(service, "PUT", path, body, JSON);
    }

    public Answer post(Service service, String path, @Nullable Object body) {
        return call(service, "POST", path, body, JSON);
    }

    public Answer delete(Service service, String path) {
        return call(service, "DELETE", path, null, JSON);
    }

    /** Posts lines; for more of them than a socket's buffers hold there is {@link LineStream}. */
    public Answer postLines(Service service, String path, String lines) {
        return call(service, "POST", path, lines, NDJSON);
    }

    public Answer call(Service service, String method, String path, @Nullable Object body, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url(service, path))
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(Json.bytes(body)));
        if (body != null) {
            request.header("Content-Type", type);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Answer answer = new Answer(method + " " + path, response.statusCode(), response.headers(), response.body());
            WITNESSES.forEach(witness -> witness.saw(service, method, path, answer));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A request whose body and answer both flow, however long. */
    public LineStream stream(Service service, String path) {
        return new LineStream(url(service, path), token == null ? "" : token);
    }

    private URI url(Service service, String path) {
        URI base = addresses.apply(service);
        boolean isManagement = path.startsWith("/q/health") || path.startsWith("/q/metrics");
        int port = isManagement ? ManagementPort.of(base.getPort()) : base.getPort();
        return URI.create("http://" + base.getHost() + ":" + port + path);
    }
}
