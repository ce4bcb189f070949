package dev.standing.scoring.scorecard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation in the form that keeps: what was measured, without the activity that it was measured on. Days since something
 * are kept as the day itself, so that a reading stays as it is from day to day for as long as nothing leaves a window.
 *
 * @param measured for each attribute in the order of the scorecard what was measured, then the day of the first record, then, of whoever
 *     has evidence that is discounted, for each attribute what was measured without it; null where there is no data
 */
public record Reading(List<@Nullable Long> measured) {
    public Reading {
        measured = Collections.unmodifiableList(new ArrayList<>(measured));
    }

    /**
     * Of an evaluation.
     *
     * @param asOfDay its day; days since 1970-01-01, UTC
     */
    public static Reading of(Evaluation evaluation, int asOfDay) {
        List<@Nullable Long> measured = new ArrayList<>(measured(evaluation.outcomes(), asOfDay));
        measured.add(evaluation.hasRecords() ? (Long) (long) (asOfDay - evaluation.tenureInDays()) : null);
        Discount discount = evaluation.discount();
        if (discount != null) {
            measured.addAll(measured(discount.without(), asOfDay));
        }
        return new Reading(measured);
    }

    private static List<@Nullable Long> measured(List<Outcome> outcomes, int asOfDay) {
        List<@Nullable Long> measured = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes) {
            long value = outcome.value();
            measured.add(value == Measure.NONE ? null : (Long) turned(outcome.attribute(), value, asOfDay));
        }
        return measured;
    }

    /** The evaluation again, as of its day or a later one on which it still holds, by the scorecard that it is of. */
    public Evaluation evaluation(Scorecard scorecard, int asOfDay) {
        int attributes = scorecard.attributes().size();
        PartnerReliability rule = scorecard.partnerReliability();
        boolean whole = measured.size() == attributes + 1;
        if (!whole && (rule == null || measured.size() != 2 * attributes + 1)) {
            throw new IllegalArgumentException("a reading of another scorecard than " + scorecard.id());
        }
        Long firstDay = measured.get(attributes);
        return new Evaluation(
                scorecard.startPoints(),
                outcomes(scorecard, measured.subList(0, attributes), asOfDay),
                firstDay == null ? Evaluation.NO_RECORDS : Math.toIntExact(asOfDay - firstDay),
                whole || rule == null
                        ? null
                        : new Discount(
                                rule, outcomes(scorecard, measured.subList(attributes + 1, measured.size()), asOfDay)));
    }

    private static List<Outcome> outcomes(Scorecard scorecard, List<@Nullable Long> measured, int asOfDay) {
        List<Outcome> outcomes = new ArrayList<>(measured.size());
        for (int i = 0; i < measured.size(); i++) {
            Attribute attribute = scorecard.attributes().get(i);
            Long kept = measured.get(i);
            long value = kept == null ? Measure.NONE : turned(attribute, kept, asOfDay);
            outcomes.add(new Outcome(attribute, value, attribute.binOf(value)));
        }
        return outcomes;
    }

    /** From days since to the day, and back; whatever else is measured stays as it is. */
    private static long turned(Attribute attribute, long value, int asOfDay) {
        return switch (attribute.measure()) {
            case Measure.Recency r -> asOfDay - value;
            case Measure.Tenure t -> asOfDay - value;
            default -> value;
        };
    }
}
