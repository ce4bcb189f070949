package dev.standing.scoring.scorecard;

import java.util.Set;

/**
 * How a whole number is read off a member's activity, as of a day. A window of n days ends with that day and holds n days.
 * Activity dated after the day is not seen. Where there is nothing to look at the value is {@link #NONE}.
 */
public sealed interface Measure {
    /** No data: not a number, and never compared with one. */
    long NONE = Long.MIN_VALUE;

    /** Basis points in a whole: ratios and shares are in hundredths of a percent, rounded down. */
    int BASIS_POINTS = 10_000;

    /** How many records. Never 0: nothing is no data. */
    record Count(Selector selector, int windowInDays) implements Measure {}

    /** Sum of amounts in one currency, in its minor units; amounts in others are not looked at. */
    record Sum(Selector selector, String currency, int windowInDays) implements Measure {}

    /** A sum of amounts for each currency: not one number, hence for {@link RatioByCurrency} alone, and itself no data. */
    record SumByCurrency(Selector selector, int windowInDays) implements Measure {}

    /** Part of the records that falls into the groups, in basis points. */
    record Share(Selector selector, Set<String> categoryGroups, int windowInDays) implements Measure {
        public Share {
            categoryGroups = Set.copyOf(categoryGroups);
        }
    }

    /** Distinct partners with activity in the window. Never 0: nothing is no data. */
    record Partners(Selector selector, int windowInDays) implements Measure {}

    /** Days since the last activity; 0 for today. */
    record Recency(Selector selector) implements Measure {}

    /** Days since the first activity; 0 for today. */
    record Tenure(Selector selector) implements Measure {}

    /**
     * One measure over another, in basis points. Nothing to divide by is no data; nothing to divide is 0.
     *
     * @param of name of the upper measure
     * @param to name of the lower measure
     */
    record Ratio(String of, String to) implements Measure {}

    /**
     * One sum over another, currency by currency, in basis points; of several currencies the mean, in which each weighs as
     * many records as its lower sum is made of. Shares are comparable where amounts are not, so nothing unlike is added and
     * no rate of exchange is needed. A currency with nothing to divide by is left out; where all are, there is no data.
     *
     * @param of name of the upper measure, a {@link SumByCurrency}
     * @param to name of the lower measure, a {@link SumByCurrency}
     */
    record RatioByCurrency(String of, String to) implements Measure {}

    /** The least value that can come out, {@link #NONE} aside: where the first bin has to begin. */
    default long least() {
        return switch (this) {
            case Count c -> 1;
            case Partners p -> 1;
            case Sum s -> 0;
            case SumByCurrency s -> 0;
            case Share s -> 0;
            case Recency r -> 0;
            case Tenure t -> 0;
            case Ratio r -> 0;
            case RatioByCurrency r -> 0;
        };
    }

    /** The unit of the value, for those who read an explanation. */
    default String unit() {
        return switch (this) {
            case Count c -> "records";
            case Partners p -> "partners";
            case Sum s -> "minor units of " + s.currency();
            case SumByCurrency s -> "minor units of each currency";
            case Share s -> "basis points";
            case Ratio r -> "basis points";
            case RatioByCurrency r -> "basis points";
            case Recency r -> "days";
            case Tenure t -> "days";
        };
    }
}
