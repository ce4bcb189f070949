package dev.standing.scoring.scorecard;

import dev.standing.scoring.activity.Activity;
import dev.standing.scoring.activity.Series;
import dev.standing.scoring.activity.SeriesKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Takes measures off one activity as of one day, in exact whole numbers. */
final class Measuring {
    private record Entry(SeriesKey key, Series series) {}

    private final List<Entry> entries = new ArrayList<>();
    private final int asOfDay;

    Measuring(Activity activity, int asOfDay) {
        this.asOfDay = asOfDay;
        activity.forEach((key, series) -> entries.add(new Entry(key, series)));
    }

    /** Values by name; a measure comes after those that it refers to. */
    Map<String, Long> valuesOf(List<NamedMeasure> measures) {
        Map<String, Long> values = HashMap.newHashMap(measures.size());
        for (NamedMeasure named : measures) {
            values.put(named.name(), valueOf(named.measure(), values));
        }
        return values;
    }

    long valueOf(Measure measure, Map<String, Long> earlier) {
        return switch (measure) {
            case Measure.Count count -> noneIfZero(countOf(count.selector(), count.windowInDays()));
            case Measure.Sum sum -> sumOf(sum);
            case Measure.Share share -> shareOf(share);
            case Measure.Partners partners -> partnersOf(partners);
            case Measure.Recency recency -> recencyOf(recency.selector());
            case Measure.Tenure tenure -> tenureOf(tenure.selector());
            case Measure.Ratio ratio -> ratioOf(known(ratio.of(), earlier), known(ratio.to(), earlier));
        };
    }

    private long countOf(Selector selector, int windowInDays) {
        long total = 0;
        for (Entry entry : entries) {
            if (selector.matches(entry.key())) {
                total = plus(total, countOf(entry.series(), windowInDays));
            }
        }
        return total;
    }

    private long countOf(Series series, int windowInDays) {
        int end = series.indexFrom(asOfDay + 1);
        long total = 0;
        for (int i = series.indexFrom(asOfDay + 1 - windowInDays); i < end; i++) {
            total = plus(total, series.count(i));
        }
        return total;
    }

    private long sumOf(Measure.Sum sum) {
        boolean any = false;
        long total = 0;
        for (Entry entry : entries) {
            if (!sum.selector().matches(entry.key())) {
                continue;
            }
            Series series = entry.series();
            int end = series.indexFrom(asOfDay + 1);
            for (int i = series.indexFrom(asOfDay + 1 - sum.windowInDays()); i < end; i++) {
                any = true;
                total = plus(total, series.amountMinor(i));
            }
        }
        return any ? total : Measure.NONE;
    }

    private long shareOf(Measure.Share share) {
        long part = 0;
        long whole = 0;
        for (Entry entry : entries) {
            if (share.selector().matches(entry.key())) {
                long count = countOf(entry.series(), share.windowInDays());
                whole = plus(whole, count);
                part = plus(part, share.categoryGroups().contains(entry.key().categoryGroup()) ? count : 0);
            }
        }
        return whole == 0 ? Measure.NONE : basisPoints(part, whole);
    }

    private long partnersOf(Measure.Partners partners) {
        Set<String> distinct = new HashSet<>();
        for (Entry entry : entries) {
            if (partners.selector().matches(entry.key()) && countOf(entry.series(), partners.windowInDays()) > 0) {
                distinct.add(entry.key().partner());
            }
        }
        return noneIfZero(distinct.size());
    }

    private long recencyOf(Selector selector) {
        long least = Measure.NONE;
        for (Entry entry : entries) {
            int end = entry.series().indexFrom(asOfDay + 1);
            if (end > 0 && selector.matches(entry.key())) {
                long days = (long) asOfDay - entry.series().day(end - 1);
                least = least == Measure.NONE ? days : Math.min(least, days);
            }
        }
        return least;
    }

    private long tenureOf(Selector selector) {
        long most = Measure.NONE;
        for (Entry entry : entries) {
            if (entry.series().indexFrom(asOfDay + 1) > 0 && selector.matches(entry.key())) {
                most = Math.max(most, (long) asOfDay - entry.series().day(0));
            }
        }
        return most;
    }

    private static long known(String name, Map<String, Long> earlier) {
        return Objects.requireNonNull(earlier.get(name), name);
    }

    private static long ratioOf(long of, long to) {
        if (to == Measure.NONE || to == 0) {
            return Measure.NONE;
        }
        return of == Measure.NONE ? 0 : basisPoints(of, to);
    }

    /** Both are 0 or more. A sum too great for a long stays at the greatest long, in whatever order it is taken. */
    private static long plus(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    private static long noneIfZero(long value) {
        return value == 0 ? Measure.NONE : value;
    }

    /** Rounded down; both are 0 or more. What does not fit a long is the greatest long. */
    private static long basisPoints(long part, long whole) {
        if (part <= Long.MAX_VALUE / Measure.BASIS_POINTS) {
            return part * Measure.BASIS_POINTS / whole;
        }
        BigInteger exact = BigInteger.valueOf(part)
                .multiply(BigInteger.valueOf(Measure.BASIS_POINTS))
                .divide(BigInteger.valueOf(whole));
        return exact.bitLength() < Long.SIZE ? exact.longValue() : Long.MAX_VALUE;
    }
}
