package dev.standing.stack.http;

import java.util.Arrays;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What a service counted at one moment, in the text format of Prometheus. */
public record Told(String text) {

    /** The sum over all samples of that name whose labels hold all these, each as {@code key="value"}; 0 without any. */
    public double sum(String name, String... labels) {
        return values(name, labels).sum();
    }

    /** The largest of those that are numbers. */
    public OptionalDouble max(String name, String... labels) {
        return values(name, labels).filter(value -> !Double.isNaN(value)).max();
    }

    /** The buckets of that name, over all labels. */
    public Histogram histogram(String name) {
        NavigableMap<Double, Double> countUpTo = new TreeMap<>();
        samples(name + "_bucket").forEach(line -> countUpTo.merge(bound(line), value(line), Double::sum));
        return new Histogram(countUpTo);
    }

    private DoubleStream values(String name, String... labels) {
        return samples(name)
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(Told::value);
    }

    private Stream<String> samples(String name) {
        return text.lines().filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "));
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
