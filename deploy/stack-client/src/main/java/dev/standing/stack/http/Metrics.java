package dev.standing.stack.http;

import dev.standing.stack.Service;
import dev.standing.stack.Suite;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

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
        return samples(name)
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(Metrics::value)
                .sum();
    }

    /** The buckets of that name, over all labels. */
    public Histogram histogram(String name) {
        NavigableMap<Double, Double> countUpTo = new TreeMap<>();
        samples(name + "_bucket").forEach(line -> countUpTo.merge(bound(line), value(line), Double::sum));
        return new Histogram(countUpTo);
    }

    /** All that the service says, in the text format of Prometheus. */
    public String text() {
        return new Client(suite, null).get(service, "/q/metrics").expect(200).body();
    }

    private Stream<String> samples(String name) {
        return text().lines().filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "));
    }

    private static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    private static double bound(String line) {
        int begin = line.indexOf("le=\"") + "le=\"".length();
        String bound = line.substring(begin, line.indexOf('"', begin));
        return bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
    }
}
