package dev.standing.scoring.scorecard;

import dev.standing.contracts.behaviour.BehaviourCatalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Scorecards that nobody would write, of all that one can be made of. */
final class RandomScorecards {
    private static final List<String> KINDS =
            List.copyOf(BehaviourCatalogue.load().kinds().keySet());
    private static final List<String> GROUPS =
            List.copyOf(BehaviourCatalogue.load().groups());
    private static final Reason REASON = new Reason("REASON", "reason");

    private final Random random;

    RandomScorecards(Random random) {
        this.random = random;
    }

    Scorecard next() {
        List<NamedMeasure> measures = new ArrayList<>();
        measures.add(new NamedMeasure("sums", new Measure.SumByCurrency(selector(), window())));
        measures.add(new NamedMeasure("more-sums", new Measure.SumByCurrency(selector(), window())));
        int plain = 1 + random.nextInt(4);
        for (int i = 0; i < plain; i++) {
            measures.add(new NamedMeasure("plain-" + i, plain()));
        }
        if (random.nextInt(3) == 0) {
            measures.add(new NamedMeasure(
                    "ratio", new Measure.Ratio("plain-" + random.nextInt(plain), "plain-" + random.nextInt(plain))));
        }
        if (random.nextBoolean()) {
            measures.add(new NamedMeasure("shares", new Measure.RatioByCurrency("sums", "more-sums")));
        }
        List<Attribute> attributes = new ArrayList<>();
        for (NamedMeasure named : measures) {
            boolean isInput = named.measure() instanceof Measure.SumByCurrency;
            if (!isInput && (attributes.isEmpty() || random.nextInt(4) > 0)) {
                Dimension dimension = Dimension.values()[random.nextInt(Dimension.values().length)];
                attributes.add(new Attribute(
                        named.name(), dimension, named.measure(), bins(named), REASON, null, "rationale"));
            }
        }
        return new Scorecard(
                "random",
                1,
                350,
                new Bands(550, 600, 650, 700),
                Map.of(Dimension.HISTORY, 600),
                measures,
                attributes,
                random.nextBoolean() ? new PartnerReliability(500, random.nextInt(10_001), REASON, "rationale") : null);
    }

    private Measure plain() {
        return switch (random.nextInt(6)) {
            case 0 -> new Measure.Count(selector(), window());
            case 1 -> new Measure.Sum(selector(), "USD", window());
            case 2 -> new Measure.Share(selector(), Set.of(any(GROUPS)), window());
            case 3 -> new Measure.Partners(selector(), window());
            case 4 -> new Measure.Recency(selector());
            default -> new Measure.Tenure(selector());
        };
    }

    private Selector selector() {
        return new Selector(some(KINDS), random.nextInt(3) == 0 ? some(GROUPS) : Set.of());
    }

    /** None stands for all. */
    private Set<String> some(List<String> names) {
        Set<String> some = new HashSet<>();
        int most = random.nextInt(names.size());
        for (int i = 0; i < most; i++) {
            some.add(any(names));
        }
        return some;
    }

    private String any(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private int window() {
        return 1 + random.nextInt(random.nextBoolean() ? 30 : 800);
    }

    private List<Bin> bins(NamedMeasure named) {
        List<Bin> bins = new ArrayList<>();
        bins.add(new Bin.None(random.nextInt(40)));
        long from = named.measure().least();
        for (int i = random.nextInt(4); i > 0; i--) {
            long to = from + random.nextInt(60);
            bins.add(new Bin.Range(from, to, random.nextInt(40)));
            from = to + 1;
        }
        bins.add(new Bin.Range(from, null, random.nextInt(40)));
        return bins;
    }
}
