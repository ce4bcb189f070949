package dev.standing.local.command;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/** What an argument names: a file, or something to be got by HTTP. */
final class Source {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Source() {}

    /** Its text; fails with what could not be had, in a few words. */
    static String read(String from) throws IOException {
        return from.startsWith("https://") || from.startsWith("http://") ? got(from) : file(Path.of(from));
    }

    private static String file(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new IOException(file + " is not there", e);
        }
    }

    private static String got(String address) throws IOException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(address + " answers " + response.statusCode());
            }
            return response.body();
        } catch (IllegalArgumentException e) {
            throw new IOException(address + " is no address", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(address + " was not waited for", e);
        } catch (ConnectException | HttpTimeoutException e) {
            throw new IOException(address + " does not answer", e);
        }
    }
}
