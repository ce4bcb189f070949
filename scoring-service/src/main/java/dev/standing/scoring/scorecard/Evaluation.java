package dev.standing.scoring.scorecard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a member's activity. Base score, explanation and reasons all come from here, so that they agree.
 *
 * @param startPoints what everybody starts with: the initial score
 * @param outcomes one for each attribute, in the order of the scorecard
 * @param tenureInDays days since the first record that counts; {@link #NO_RECORDS} without
 * @param discount null where the member has no evidence that is discounted
 */
public record Evaluation(
        int startPoints,
        List<Outcome> outcomes,
        int tenureInDays,
        @Nullable Discount discount) {
    /** The tenure of those without records. */
    public static final int NO_RECORDS = -1;

    private static final Comparator<Loss> WORST_FIRST =
            Comparator.comparingInt(Loss::points).reversed();

    public Evaluation {
        outcomes = List.copyOf(outcomes);
    }

    /** One in which all evidence counts whole. */
    public Evaluation(int startPoints, List<Outcome> outcomes, int tenureInDays) {
        this(startPoints, outcomes, tenureInDays, null);
    }

    public boolean hasRecords() {
        return tenureInDays != NO_RECORDS;
    }

    public int base() {
        return startPoints + points(outcomes) - discountPoints();
    }

    private static int points(List<Outcome> outcomes) {
        int points = 0;
        for (Outcome outcome : outcomes) {
            points += outcome.points();
        }
        return points;
    }

    /** What the discount takes of the base. */
    public int discountPoints() {
        return discountPoints(0);
    }

    /** The same if evidence that is discounted lifted the base by so much less. */
    private int discountPoints(int lessLift) {
        return discount == null
                ? 0
                : discount.rule().pointsOf(points(outcomes) - points(discount.without()) - lessLift);
    }

    /** By how much evidence that is discounted lifts an attribute; negative where it lowers it. */
    private int lift(int attribute) {
        return discount == null
                ? 0
                : outcomes.get(attribute).points()
                        - discount.without().get(attribute).points();
    }

    /** By {@link Dimension#index()}; those of all dimensions add up to the base, less the start. */
    public int[] pointsByDimension() {
        int[] points = new int[Dimension.values().length];
        for (Outcome outcome : outcomes) {
            points[outcome.attribute().dimension().index()] += outcome.points();
        }
        discountByDimension().forEach((dimension, taken) -> points[dimension.index()] -= taken);
        return points;
    }

    /**
     * What the discount takes of each dimension from which it takes something: shares of the whole as evidence that is discounted lifts the
     * dimension, each what the dimensions up to it have to bear, rounded down, less what those before it bear. So they add up, and none bears
     * more than it was lifted by.
     */
    public Map<Dimension, Integer> discountByDimension() {
        int whole = discountPoints();
        if (whole == 0) {
            return Map.of();
        }
        int[] lifts = new int[Dimension.values().length];
        for (int i = 0; i < outcomes.size(); i++) {
            lifts[outcomes.get(i).attribute().dimension().index()] += lift(i);
        }
        int lifted = 0;
        for (int lift : lifts) {
            lifted += Math.max(0, lift);
        }
        Map<Dimension, Integer> taken = new EnumMap<>(Dimension.class);
        int upTo = 0;
        for (Dimension dimension : Dimension.values()) {
            int lift = Math.max(0, lifts[dimension.index()]);
            if (lift > 0) {
                int part = whole * (upTo + lift) / lifted - whole * upTo / lifted;
                if (part > 0) {
                    taken.put(dimension, part);
                }
                upTo += lift;
            }
        }
        return taken;
    }

    /**
     * The causes that cost most, worst first; of equal cost in the order of the scorecard. Each alone is told with the points by which the
     * base would be higher: where its attribute had the points of its best bin, whatever the evidence, or where nothing was discounted.
     */
    public List<Loss> worst(int atMost) {
        List<Loss> losses = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            losses.add(new Loss(outcome.reason(), outcome.pointsLost() + discountPoints() - discountPoints(lift(i))));
        }
        if (discount != null) {
            losses.add(new Loss(discount.rule().reason(), discountPoints()));
        }
        losses.removeIf(loss -> loss.points() <= 0);
        losses.sort(WORST_FIRST);
        return List.copyOf(losses.subList(0, Math.min(atMost, losses.size())));
    }
}
