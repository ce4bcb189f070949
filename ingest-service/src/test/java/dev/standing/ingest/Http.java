package dev.standing.ingest;

import dev.standing.local.test.Tokens;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/** A client of the service that speaks one protocol, over one connection where that is HTTP/2. */
final class Http implements AutoCloseable {
    private final HttpClient client;

    Http(Vertx vertx, HttpVersion version) {
        URI service = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        client = vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(version)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MaxPoolSize(1)
                .setDefaultHost(service.getHost())
                .setDefaultPort(service.getPort()));
    }

    HttpClientRequest request(HttpMethod method, String target) throws Exception {
        return await(client.request(method, target));
    }

    /** Without a declared length, by the partner. */
    HttpClientRequest post(String path, Community community) throws Exception {
        return request(HttpMethod.POST, path)
                .setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + Tokens.partner(community.partner()));
    }

    static HttpClientResponse answer(HttpClientRequest request) throws Exception {
        request.end();
        return await(request.response());
    }

    static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        client.close();
    }
}
