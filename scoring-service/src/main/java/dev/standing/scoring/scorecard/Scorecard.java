package dev.standing.scoring.scorecard;

import dev.standing.contracts.score.Scale;
import dev.standing.scoring.activity.Activity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A validated policy. Evaluation is a pure function of activity and day in whole numbers: the same on any machine. Its
 * points are set by experts, with a rationale for each, and not fitted to outcomes.
 *
 * @param startPoints what everybody starts with: the initial score
 * @param measures every measure, each after those that it refers to
 * @param partnerReliability null where all evidence counts whole, whoever sent it
 */
public record Scorecard(
        String name,
        int version,
        int startPoints,
        Bands bands,
        Map<Dimension, Integer> mostByDimension,
        List<NamedMeasure> measures,
        List<Attribute> attributes,
        @Nullable PartnerReliability partnerReliability) {
    /** What all dimensions together give at most. */
    public static final int MOST_POINTS = Scale.GREATEST - Scale.LEAST;

    public Scorecard {
        mostByDimension = Map.copyOf(new EnumMap<>(mostByDimension));
        measures = List.copyOf(measures);
        attributes = List.copyOf(attributes);
    }

    /** Name and version, as events name a scorecard. */
    public String id() {
        return name + "/" + version;
    }

    /** Those of the partners whose evidence is discounted, by the least share of wrong records of each, in basis points. */
    public Set<String> discounted(Map<String, Integer> figures) {
        Set<String> discounted = new HashSet<>();
        PartnerReliability rule = partnerReliability;
        if (rule != null) {
            figures.forEach((partner, figure) -> {
                if (figure >= rule.figureFrom()) {
                    discounted.add(partner);
                }
            });
        }
        return discounted;
    }

    /**
     * Reads the activity as of a day.
     *
     * @param activity what counts: partners without consent left out
     * @param discounted partners whose evidence is discounted, if the scorecard does that
     * @param asOfDay days since 1970-01-01, UTC
     */
    public Evaluation evaluate(Activity activity, Set<String> discounted, int asOfDay) {
        Evaluation all = evaluate(activity, asOfDay);
        PartnerReliability rule = partnerReliability;
        Activity without = withoutDiscounted(activity, discounted);
        if (rule == null || without == activity) {
            return all;
        }
        Discount discount = new Discount(rule, evaluate(without, asOfDay).outcomes());
        return new Evaluation(all.startPoints(), all.outcomes(), all.tenureInDays(), discount);
    }

    /** The activity itself where nothing of it is discounted. */
    Activity withoutDiscounted(Activity activity, Set<String> discounted) {
        return partnerReliability == null || discounted.isEmpty()
                ? activity
                : activity.of(partner -> !discounted.contains(partner));
    }

    /**
     * Reads the activity as of a day, all evidence whole.
     *
     * @param activity what counts: partners without consent left out
     * @param asOfDay days since 1970-01-01, UTC
     */
    public Evaluation evaluate(Activity activity, int asOfDay) {
        Measuring measuring = new Measuring(activity, asOfDay);
        Map<String, Long> values = measuring.valuesOf(measures);
        List<Outcome> outcomes = new ArrayList<>(attributes.size());
        for (Attribute attribute : attributes) {
            Long value = values.get(attribute.name());
            if (value == null) {
                throw new IllegalStateException(attribute.name() + " was not measured");
            }
            outcomes.add(new Outcome(attribute, value, attribute.binOf(value)));
        }
        long tenure = measuring.valueOf(new Measure.Tenure(Selector.ALL), values);
        int tenureInDays = tenure == Measure.NONE ? Evaluation.NO_RECORDS : Math.toIntExact(tenure);
        return new Evaluation(startPoints, outcomes, tenureInDays);
    }
}
