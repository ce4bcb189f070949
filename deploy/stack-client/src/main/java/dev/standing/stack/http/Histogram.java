package dev.standing.stack.http;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a service measured, by fixed buckets.
 *
 * @param countUpTo how many were at most so much, by the upper bounds of the buckets; the last is infinite
 */
public record Histogram(NavigableMap<Double, Double> countUpTo) {
    /** What came after an earlier look at the same. */
    public Histogram since(Histogram before) {
        NavigableMap<Double, Double> difference = new TreeMap<>();
        countUpTo.forEach((bound, count) ->
                difference.put(bound, count - before.countUpTo().getOrDefault(bound, 0.0)));
        return new Histogram(difference);
    }

    /**
     * What the given share was at most, as Prometheus reckons it: evenly spread within a bucket, and never beyond the last finite bound.
     *
     * @param share over 0, at most 1
     * @return NaN where nothing was measured
     */
    public double quantile(double share) {
        double total = countUpTo.isEmpty() ? 0 : countUpTo.lastEntry().getValue();
        if (total == 0) {
            return Double.NaN;
        }
        double rank = share * total;
        double from = 0;
        double below = 0;
        for (Map.Entry<Double, Double> bucket : countUpTo.entrySet()) {
            if (bucket.getValue() >= rank && bucket.getValue() > below) {
                double within = (rank - below) / (bucket.getValue() - below);
                return bucket.getKey().isInfinite() ? from : from + within * (bucket.getKey() - from);
            }
            from = bucket.getKey();
            below = bucket.getValue();
        }
        return from;
    }
}
