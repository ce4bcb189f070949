package dev.standing.stack.http;

import dev.standing.stack.Service;
import dev.standing.stack.Suite;

/** What a service counts, as Prometheus sees it: asked anew each time. */
public final class Metrics {
    private final Suite suite;
    private final Service service;

    public Metrics(Suite suite, Service service) {
        this.suite = suite;
        this.service = service;
    }

    /** The sum over all samples of that name whose labels hold all these, each as {@code key="value"}; 0 without any. */
    public double sum(String name, String... labels) {
        return now().sum(name, labels);
    }

    /** All of it, as it is now. */
    public Told now() {
        return new Told(
                new Client(suite, null).get(service, "/q/metrics").expect(200).body());
    }
}
