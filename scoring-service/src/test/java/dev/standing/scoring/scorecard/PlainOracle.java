package dev.standing.scoring.scorecard;

import dev.standing.scoring.scorecard.EvaluationTest.Deed;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/** The obvious way to score a list of deeds, for comparison: no state, no order, no cleverness. */
final class PlainOracle {
    private final Scorecard scorecard;
    private final List<Deed> deeds;
    private final int day;

    PlainOracle(Scorecard scorecard, List<Deed> deeds, int day) {
        this.scorecard = scorecard;
        this.deeds = deeds.stream().filter(deed -> deed.day() <= day).toList();
        this.day = day;
    }

    int base() {
        int base = scorecard.startPoints();
        for (Attribute attribute : scorecard.attributes()) {
            long value = value(attribute.measure());
            base += attribute.bins().stream()
                    .filter(bin -> bin.holds(value))
                    .findFirst()
                    .orElseThrow()
                    .points();
        }
        return base;
    }

    private long value(Measure measure) {
        return switch (measure) {
            case Measure.Count m -> none(seen(m.selector(), m.windowInDays()).count());
            case Measure.Sum m -> sum(m.selector(), m.windowInDays(), m.currency());
            case Measure.SumByCurrency m -> Measure.NONE;
            case Measure.Share m -> {
                long whole = seen(m.selector(), m.windowInDays()).count();
                long part = seen(m.selector(), m.windowInDays())
                        .filter(deed -> m.categoryGroups().contains(deed.key().categoryGroup()))
                        .count();
                yield whole == 0 ? Measure.NONE : part * 10_000 / whole;
            }
            case Measure.Partners m ->
                none(seen(m.selector(), m.windowInDays())
                        .map(deed -> deed.key().partner())
                        .distinct()
                        .count());
            case Measure.Recency m ->
                seen(m.selector(), 1 << 20)
                        .mapToLong(deed -> day - deed.day())
                        .min()
                        .orElse(Measure.NONE);
            case Measure.Tenure m ->
                seen(m.selector(), 1 << 20)
                        .mapToLong(deed -> day - deed.day())
                        .max()
                        .orElse(Measure.NONE);
            case Measure.Ratio m -> ratio(value(named(m.of())), value(named(m.to())));
            case Measure.RatioByCurrency m ->
                meanRatio((Measure.SumByCurrency) named(m.of()), (Measure.SumByCurrency) named(m.to()));
        };
    }

    private long sum(Selector selector, int windowInDays, String currency) {
        List<Deed> summed = seen(selector, windowInDays)
                .filter(deed -> deed.key().currency().equals(currency))
                .toList();
        return summed.isEmpty()
                ? Measure.NONE
                : summed.stream().mapToLong(Deed::amountMinor).sum();
    }

    /** Every record due says what its currency's ratio is; the mean of what they all say. */
    private long meanRatio(Measure.SumByCurrency of, Measure.SumByCurrency to) {
        return (long) Math.floor(seen(to.selector(), to.windowInDays())
                .map(deed -> deed.key().currency())
                .mapToLong(currency -> ratio(
                        sum(of.selector(), of.windowInDays(), currency),
                        sum(to.selector(), to.windowInDays(), currency)))
                .filter(ratio -> ratio != Measure.NONE)
                .average()
                .orElse(Measure.NONE));
    }

    private static long ratio(long of, long to) {
        if (to == Measure.NONE || to == 0) {
            return Measure.NONE;
        }
        return BigInteger.valueOf(of == Measure.NONE ? 0 : of)
                .multiply(BigInteger.valueOf(10_000))
                .divide(BigInteger.valueOf(to))
                .longValueExact();
    }

    private Stream<Deed> seen(Selector selector, int windowInDays) {
        return deeds.stream().filter(deed -> selector.matches(deed.key()) && deed.day() > day - windowInDays);
    }

    private Measure named(String name) {
        return scorecard.measures().stream()
                .filter(named -> named.name().equals(name))
                .findFirst()
                .orElseThrow()
                .measure();
    }

    private static long none(long value) {
        return value == 0 ? Measure.NONE : value;
    }
}
