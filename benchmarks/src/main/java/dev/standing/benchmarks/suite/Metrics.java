package dev.standing.benchmarks.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The metrics of one service, as a dashboard reads them. */
public final class Metrics implements AutoCloseable {
    private static final int TO_MANAGEMENT_PORT = 1000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI uri;

    /** Of the service with this port. */
    public Metrics(int servicePort) {
        uri = URI.create("http://127.0.0.1:" + (servicePort + TO_MANAGEMENT_PORT) + "/q/metrics");
    }

    /**
     * The value of one series.
     *
     * @param series name with labels as the service prints them, without the application's own label
     * @return NaN where there is no such series, or nobody answers
     */
    public double value(String series) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
            String body =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return body.lines()
                    .filter(line -> line.startsWith(series + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
