package dev.standing.scoring.scorecard;

import dev.standing.scoring.activity.Activity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long a reading of an activity holds. As days pass, records leave windows, records dated ahead come, and days since something fall
 * into another bin: all of it on days that are known beforehand. Made for one scorecard; immutable.
 */
public final class Outlook {
    /** No day changes anything by itself. */
    public static final int FOREVER = Integer.MAX_VALUE;

    private final Scorecard scorecard;
    /** What is counted or summed, by the days of the window: all measures of one length together, which may name a day too many. */
    private final Map<Integer, Selector> windows = new HashMap<>();

    private final List<Measure.Partners> partners = new ArrayList<>();
    /** Whether a number of days since something is divided by something: it is another every day. */
    private final boolean everyDay;

    public Outlook(Scorecard scorecard) {
        this.scorecard = scorecard;
        Map<String, Measure> byName = new HashMap<>();
        scorecard.measures().forEach(named -> byName.put(named.name(), named.measure()));
        boolean daysDivided = false;
        for (Measure measure : byName.values()) {
            switch (measure) {
                case Measure.Count m -> look(m.selector(), m.windowInDays());
                case Measure.Sum m -> look(m.selector(), m.windowInDays());
                case Measure.SumByCurrency m -> look(m.selector(), m.windowInDays());
                case Measure.Share m -> look(m.selector(), m.windowInDays());
                case Measure.Partners m -> partners.add(m);
                case Measure.Ratio(String of, String to) ->
                    daysDivided |= isDaysSince(byName.get(of)) || isDaysSince(byName.get(to));
                case Measure.RatioByCurrency r -> {} // of sums alone
                case Measure.Recency r -> {} // by their bins, where they have any
                case Measure.Tenure t -> {}
            }
        }
        everyDay = daysDivided;
    }

    private void look(Selector selector, int windowInDays) {
        windows.merge(windowInDays, selector, Selector::or);
    }

    private static boolean isDaysSince(@Nullable Measure measure) {
        return measure instanceof Measure.Recency || measure instanceof Measure.Tenure;
    }

    /**
     * The first day after {@code asOfDay} on which the same activity may be read otherwise; {@link #FOREVER} where there is none. On each day
     * before, {@link Scorecard#evaluate} comes to the same {@link Reading}, base, points and causes. It may be earlier than need be. Linear in
     * the series, logarithmic in the days of each.
     */
    public int holdsUntil(Activity activity, Set<String> discounted, int asOfDay) {
        int until = holdsUntil(activity, asOfDay);
        Activity without = scorecard.withoutDiscounted(activity, discounted);
        return without == activity ? until : Math.min(until, holdsUntil(without, asOfDay));
    }

    private int holdsUntil(Activity activity, int day) {
        if (everyDay) {
            return day + 1;
        }
        Earliest earliest = new Earliest();
        activity.forEach((key, series) -> {
            int end = series.indexFrom(day + 1);
            if (end < series.size()) {
                earliest.or(series.day(end));
            }
            windows.forEach((windowInDays, selector) -> {
                int from = series.indexFrom(day + 1 - windowInDays);
                if (from < end && selector.matches(key)) {
                    earliest.or((long) series.day(from) + windowInDays);
                }
            });
        });
        partners.forEach(measure -> partnersLeave(measure, activity, day, earliest));
        binsEnd(new Measuring(activity, day), day, earliest);
        return earliest.day;
    }

    /** A partner is there until the last of their records leaves the window. */
    private static void partnersLeave(Measure.Partners measure, Activity activity, int day, Earliest earliest) {
        Map<String, Integer> lastByPartner = new HashMap<>();
        activity.forEach((key, series) -> {
            int end = series.indexFrom(day + 1);
            if (series.indexFrom(day + 1 - measure.windowInDays()) < end
                    && measure.selector().matches(key)) {
                lastByPartner.merge(key.partner(), series.day(end - 1), Math::max);
            }
        });
        lastByPartner.values().forEach(last -> earliest.or((long) last + measure.windowInDays()));
    }

    private void binsEnd(Measuring measuring, int day, Earliest earliest) {
        for (Attribute attribute : scorecard.attributes()) {
            if (isDaysSince(attribute.measure())) {
                long value = measuring.valueOf(attribute.measure(), Map.of());
                if (value != Measure.NONE
                        && attribute.binOf(value) instanceof Bin.Range(long from, Long to, int points)
                        && to != null) {
                    earliest.or(day + to + 1 - value);
                }
            }
        }
    }

    /** Days that are later than an int holds are as good as none. */
    private static final class Earliest {
        private int day = FOREVER;

        void or(long other) {
            day = (int) Math.min(day, other);
        }
    }
}
