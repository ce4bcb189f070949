package dev.standing.scoring.scorecard;

import dev.standing.contracts.score.Scale;
import dev.standing.scoring.activity.Activity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A validated policy. Evaluation is a pure function of activity and day in whole numbers: the same on any machine. Its
 * points are set by experts, with a rationale for each, and not fitted to outcomes.
 *
 * @param startPoints what everybody starts with: the initial score
 * @param measures every measure, each after those that it refers to
 */
public record Scorecard(
        String name,
        int version,
        int startPoints,
        Bands bands,
        Map<Dimension, Integer> mostByDimension,
        List<NamedMeasure> measures,
        List<Attribute> attributes) {
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

    /**
     * Reads the activity as of a day.
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
