package dev.standing.scoring.scorecard.document;

import dev.standing.scoring.scorecard.Measure;
import dev.standing.scoring.scorecard.NamedMeasure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amounts of different currencies never meet: neither in a ratio nor in a bin. */
final class AmountsCheck {
    static final String MEAN_BY_RECORDS = "mean-by-records";

    private final List<NamedMeasure> measures;
    private final Map<String, Measure> byName = new HashMap<>();
    private final Map<String, String> pathByName;
    private final Refusal refuse;

    /**
     * Over measures by name.
     *
     * @param pathByName where each measure stands in the document
     */
    AmountsCheck(List<NamedMeasure> measures, Map<String, String> pathByName, Refusal refuse) {
        this.measures = measures;
        measures.forEach(named -> byName.put(named.name(), named.measure()));
        this.pathByName = pathByName;
        this.refuse = refuse;
    }

    void check() {
        for (NamedMeasure named : measures) {
            String name = named.name();
            switch (named.measure()) {
                case Measure.Ratio(String of, String to) -> ratio(name, byName.get(of), byName.get(to));
                case Measure.RatioByCurrency(String of, String to) -> {
                    sumInEach(name, "of", of);
                    sumInEach(name, "to", to);
                }
                case Measure.SumByCurrency sum -> binless(name);
                default -> {}
            }
        }
    }

    private void ratio(String name, @Nullable Measure of, @Nullable Measure to) {
        if (of instanceof Measure.SumByCurrency || to instanceof Measure.SumByCurrency) {
            throw refuse.at(
                    pathOf(name),
                    "has no 'severalCurrencies', which a ratio of sums in each currency needs; allowed: "
                            + MEAN_BY_RECORDS);
        }
        if (of instanceof Measure.Sum upper
                && to instanceof Measure.Sum lower
                && !upper.currency().equals(lower.currency())) {
            throw refuse.at(
                    pathOf(name),
                    "divides " + upper.currency() + " by " + lower.currency() + ", allowed: sums in the same currency");
        }
    }

    private void sumInEach(String name, String field, String referred) {
        if (!(byName.get(referred) instanceof Measure.SumByCurrency)) {
            throw refuse.at(
                    pathOf(name) + "." + field,
                    "is '" + referred + "', allowed beside severalCurrencies: a sum whose currency is each");
        }
    }

    private void binless(String name) {
        if (pathOf(name).startsWith("attributes")) {
            throw refuse.at(
                    pathOf(name) + ".currency",
                    "is each, allowed where there are bins: one code of ISO 4217. Maybe this is meant as an input of a ratio");
        }
    }

    private String pathOf(String name) {
        return String.valueOf(pathByName.get(name));
    }
}
