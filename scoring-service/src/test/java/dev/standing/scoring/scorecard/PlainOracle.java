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
            case Measure.Sum m ->
                seen(m.selector(), m.windowInDays()).findAny().isEmpty()
                        ? Measure.NONE
                        : seen(m.selector(), m.windowInDays())
                                .mapToLong(Deed::amountMinor)
                                .sum();
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
            case Measure.Ratio m -> {
                long of = value(named(m.of()));
                long to = value(named(m.to()));
                if (to == Measure.NONE || to == 0) {
                    yield Measure.NONE;
                }
                yield BigInteger.valueOf(of == Measure.NONE ? 0 : of)
                        .multiply(BigInteger.valueOf(10_000))
                        .divide(BigInteger.valueOf(to))
                        .longValueExact();
            }
        };
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
