package dev.standing.scoring.scorecard;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One reading of a member's activity. Base score, explanation and reasons all come from here, so that they agree.
 *
 * @param startPoints what everybody starts with: the initial score
 * @param outcomes one for each attribute, in the order of the scorecard
 * @param tenureInDays days since the first record that counts; {@link #NO_RECORDS} without
 */
public record Evaluation(int startPoints, List<Outcome> outcomes, int tenureInDays) {
    /** The tenure of those without records. */
    public static final int NO_RECORDS = -1;

    public Evaluation {
        outcomes = List.copyOf(outcomes);
    }

    public boolean hasRecords() {
        return tenureInDays != NO_RECORDS;
    }

    public int base() {
        int base = startPoints;
        for (Outcome outcome : outcomes) {
            base += outcome.points();
        }
        return base;
    }

    public Map<Dimension, Integer> pointsByDimension() {
        Map<Dimension, Integer> points = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            points.put(dimension, 0);
        }
        for (Outcome outcome : outcomes) {
            points.merge(outcome.attribute().dimension(), outcome.points(), Integer::sum);
        }
        return points;
    }

    /** The causes that cost most, worst first; of equal cost in the order of the scorecard. */
    public List<Outcome> worst(int atMost) {
        return outcomes.stream()
                .filter(outcome -> outcome.pointsLost() > 0)
                .sorted(Comparator.comparingInt(Outcome::pointsLost).reversed())
                .limit(atMost)
                .toList();
    }
}
