package dev.standing.stack.http;

import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import java.util.Arrays;

/** What a service counts, as Prometheus sees it. */
public final class Metrics {
    private final Suite suite;
    private final Service service;

    public Metrics(Suite suite, Service service) {
        this.suite = suite;
        this.service = service;
    }

    /** The sum over all samples of that name whose labels hold all these, each as {@code key="value"}; 0 without any. */
    public double sum(String name, String... labels) {
        return new Client(suite, null)
                .get(service, "/q/metrics")
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
