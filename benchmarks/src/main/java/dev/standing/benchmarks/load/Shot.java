package dev.standing.benchmarks.load;

import io.vertx.core.http.HttpMethod;

/**
 * One request to send.
 *
 * @param path path and query
 * @param token empty for none
 * @param body JSON; empty for none
 */
public record Shot(HttpMethod method, String path, String token, String body) {
    public static Shot get(String path, String token) {
        return new Shot(HttpMethod.GET, path, token, "");
    }

    public static Shot post(String path, String token, String body) {
        return new Shot(HttpMethod.POST, path, token, body);
    }
}
