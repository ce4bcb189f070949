package dev.standing.local.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What an argument names: a file, standard input, or something to be got by HTTP. Each may be a pipe that nobody writes to, a device
 * without an end, or a server that says a byte a minute: so neither more is read nor longer waited than this.
 */
final class Source {
    private final int mostBytes;
    private final Duration patience;

    Source(int mostBytes, Duration patience) {
        this.mostBytes = mostBytes;
        this.patience = patience;
    }

    /** Its text; fails with what could not be had, in a few words. */
    String read(String from) throws IOException {
        return from.startsWith("https://") || from.startsWith("http://")
                ? fetched(from)
                : inTime(from, () -> file(from));
    }

    /** What is said there, until its end. */
    String read(InputStream in) throws IOException {
        return inTime("standard input", () -> text("standard input", in));
    }

    /** What an address answers, which is one of http or https and nothing else. */
    String fetched(String address) throws IOException {
        return inTime(address, () -> answer(address));
    }

    /** In a thread that is left behind where it does not end: nobody can interrupt the opening of a pipe. */
    private String inTime(String from, Callable<String> reading) throws IOException {
        FutureTask<String> task = new FutureTask<>(reading);
        Thread.ofPlatform().daemon().name("reads " + from).start(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new IOException(from + " did not come to its end within " + patience.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException(from + " was not waited for", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(from + " cannot be read", e);
        }
    }

    private String file(String from) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(from))) {
            return text(from, in);
        } catch (NoSuchFileException e) {
            throw new IOException(from + " is not there", e);
        }
    }

    private String answer(String address) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(patience).build()) {
            HttpResponse<InputStream> response = client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(patience)
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException(address + " answers " + response.statusCode());
                }
                return text(address, body);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(address + " is no address of http or https", e);
        } catch (ConnectException | HttpTimeoutException e) {
            throw new IOException(address + " does not answer", e);
        }
    }

    private String text(String from, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw new IOException(from + " has more than " + mostBytes + " bytes");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
