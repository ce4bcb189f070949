package dev.standing.scoring.scorecard;

import static dev.standing.scoring.scorecard.Saturating.basisPoints;
import static dev.standing.scoring.scorecard.Saturating.plus;

import dev.standing.scoring.activity.Activity;
import dev.standing.scoring.activity.Series;
import dev.standing.scoring.activity.SeriesKey;
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
    private final Map<String, Map<String, Total>> totalsByName = new HashMap<>();
    private final int asOfDay;

    Measuring(Activity activity, int asOfDay) {
        this.asOfDay = asOfDay;
        activity.forEach((key, series) -> entries.add(new Entry(key, series)));
    }

    /** Values by name; a measure comes after those that it refers to. */
    Map<String, Long> valuesOf(List<NamedMeasure> measures) {
        Map<String, Long> values = HashMap.newHashMap(measures.size());
        for (NamedMeasure named : measures) {
            if (named.measure() instanceof Measure.SumByCurrency sum) {
                totalsByName.put(named.name(), totalsOf(sum.selector(), sum.windowInDays()));
            }
            values.put(named.name(), valueOf(named.measure(), values));
        }
        return values;
    }

    long valueOf(Measure measure, Map<String, Long> earlier) {
        return switch (measure) {
            case Measure.Count count -> noneIfZero(countOf(count.selector(), count.windowInDays()));
            case Measure.Sum sum -> {
                Total total = totalsOf(sum.selector(), sum.windowInDays()).get(sum.currency());
                yield total == null ? Measure.NONE : total.amountMinor();
            }
            case Measure.SumByCurrency sum -> Measure.NONE;
            case Measure.Share share -> shareOf(share);
            case Measure.Partners partners -> partnersOf(partners);
            case Measure.Recency recency -> recencyOf(recency.selector());
            case Measure.Tenure tenure -> tenureOf(tenure.selector());
            case Measure.Ratio ratio -> ratioOf(known(ratio.of(), earlier), known(ratio.to(), earlier));
            case Measure.RatioByCurrency ratio ->
                Total.meanShare(known(ratio.of(), totalsByName), known(ratio.to(), totalsByName));
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

    /** By currency; those without records are not there. */
    private Map<String, Total> totalsOf(Selector selector, int windowInDays) {
        Map<String, Total> totals = new HashMap<>();
        for (Entry entry : entries) {
            Series series = entry.series();
            int end = series.indexFrom(asOfDay + 1);
            int from = series.indexFrom(asOfDay + 1 - windowInDays);
            if (from < end && selector.matches(entry.key())) {
                long amountMinor = 0;
                long records = 0;
                for (int i = from; i < end; i++) {
                    amountMinor = Saturating.plus(amountMinor, series.amountMinor(i));
                    records = Saturating.plus(records, series.count(i));
                }
                totals.merge(entry.key().currency(), new Total(amountMinor, records), Total::plus);
            }
        }
        return totals;
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

    private static <T> T known(String name, Map<String, T> earlier) {
        return Objects.requireNonNull(earlier.get(name), name);
    }

    private static long ratioOf(long of, long to) {
        if (to == Measure.NONE || to == 0) {
            return Measure.NONE;
        }
        return of == Measure.NONE ? 0 : basisPoints(of, to);
    }

    private static long noneIfZero(long value) {
        return value == 0 ? Measure.NONE : value;
    }
}
