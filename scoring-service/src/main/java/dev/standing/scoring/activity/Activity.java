package dev.standing.scoring.activity;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * All that one member did, as far as records tell. Adding and undoing commute, so neither order nor repetition of the
 * same set of records shows. Not thread-safe.
 */
public final class Activity {
    private final Map<SeriesKey, Series> seriesByKey;

    public Activity() {
        this(new HashMap<>());
    }

    private Activity(Map<SeriesKey, Series> seriesByKey) {
        this.seriesByKey = seriesByKey;
    }

    /** Adds, or with negative numbers undoes, what happened on a day (days since 1970-01-01, UTC). */
    public void add(SeriesKey key, int day, long count, long amountMinor) {
        Series series = seriesByKey.computeIfAbsent(key, k -> new Series());
        series.add(day, count, amountMinor);
        if (series.isEmpty()) {
            seriesByKey.remove(key);
        }
    }

    /** Adds an amount that may be beyond what a long holds. */
    void add(SeriesKey key, int day, long count, BigInteger amountMinor) {
        Series series = seriesByKey.computeIfAbsent(key, k -> new Series());
        series.add(day, count, amountMinor);
        if (series.isEmpty()) {
            seriesByKey.remove(key);
        }
    }

    /** What the partners in question sent, to be read only; the others contribute nothing at all. */
    public Activity of(Predicate<String> partner) {
        if (seriesByKey.keySet().stream().allMatch(key -> partner.test(key.partner()))) {
            return this;
        }
        Map<SeriesKey, Series> counted = new HashMap<>();
        seriesByKey.forEach((key, series) -> {
            if (partner.test(key.partner())) {
                counted.put(key, series);
            }
        });
        return new Activity(counted);
    }

    public void forEach(BiConsumer<SeriesKey, Series> visitor) {
        seriesByKey.forEach(visitor);
    }

    boolean isEmpty() {
        return seriesByKey.isEmpty();
    }

    /** Days held, a measure of the memory taken. */
    public int size() {
        int days = 0;
        for (Series series : seriesByKey.values()) {
            days += series.size();
        }
        return days;
    }
}
