package dev.standing.scoring.scores;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.standing.contracts.score.Band;
import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.policy.Mode;
import dev.standing.scoring.scorecard.Dimension;
import dev.standing.scoring.scorecard.Discount;
import dev.standing.scoring.scorecard.Evaluation;
import dev.standing.scoring.scorecard.Measure;
import dev.standing.scoring.scorecard.Outcome;
import dev.standing.scoring.scorecard.Scorecard;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a score comes from: {@code startPoints}, the points of all dimensions and {@code influence.points} add up to
 * {@code score} exactly, and the attributes of a dimension to its points, less what {@code discount} takes of them.
 *
 * @param discount absent where nothing is taken
 */
@Schema(name = "Explanation", examples = """
                {"member":"m-1","score":655,"band":"excellent","base":648,"scorecard":"community/1",
                 "asOf":"2026-11-01T10:00:02.400Z","asOfDay":"2026-11-01","startPoints":350,
                 "dimensions":[{"dimension":"history","points":141,"mostPoints":210}],
                 "attributes":[{"name":"paid-on-time-share","dimension":"history","value":9512,"unit":"basis points",
                   "bin":"9500 to 9899","points":75,"mostPoints":90,"pointsLost":15,"reason":"PAID-LATE",
                   "rationale":"The share of due payments made on time over two years is the strongest single sign there is."}],
                 "influence":{"points":7,"mostPoints":30,"leastPoints":0,"minimumTies":3}}
                """)
record ScoreExplanation(
        String member,
        int score,
        Band band,
        int base,
        String scorecard,
        Instant asOf,
        LocalDate asOfDay,
        int startPoints,
        List<DimensionPoints> dimensions,
        List<AttributePoints> attributes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DiscountPoints discount,
        InfluencePoints influence) {

    /** What one dimension earned, and the most it could. */
    @Schema(name = "DimensionPoints")
    record DimensionPoints(Dimension dimension, int points, int mostPoints) {}

    /**
     * What one attribute earned.
     *
     * @param value absent where there is no data
     */
    @Schema(name = "AttributePoints")
    record AttributePoints(
            String name,
            Dimension dimension,
            @Nullable Long value,
            String unit,
            String bin,
            int points,
            int mostPoints,
            int pointsLost,
            String reason,
            String rationale) {
        static AttributePoints of(Outcome outcome) {
            return new AttributePoints(
                    outcome.attribute().name(),
                    outcome.attribute().dimension(),
                    outcome.value() == Measure.NONE ? null : outcome.value(),
                    outcome.attribute().measure().unit(),
                    outcome.bin().label(),
                    outcome.points(),
                    outcome.attribute().mostPoints(),
                    outcome.pointsLost(),
                    outcome.reason().code(),
                    outcome.attribute().rationale());
        }
    }

    /**
     * What is taken because evidence is of partners many of whose records are wrong.
     *
     * @param dimensions what of it is taken of each dimension's points; they add up
     */
    @Schema(name = "DiscountPoints")
    record DiscountPoints(int points, String reason, String rationale, List<DimensionDiscount> dimensions) {
        static @Nullable DiscountPoints of(Evaluation evaluation) {
            Discount discount = evaluation.discount();
            return discount == null || evaluation.discountPoints() == 0
                    ? null
                    : new DiscountPoints(
                            evaluation.discountPoints(),
                            discount.rule().reason().code(),
                            discount.rule().rationale(),
                            evaluation.discountByDimension().entrySet().stream()
                                    .map(each -> new DimensionDiscount(each.getKey(), each.getValue()))
                                    .toList());
        }
    }

    @Schema(name = "DimensionDiscount")
    record DimensionDiscount(Dimension dimension, int points) {}

    /**
     * What ties add or take, as a rounded total and nothing more, so that no friend's score can be read off it.
     *
     * @param mostPoints the most that ties can ever add
     * @param leastPoints the most that ties can ever take, as a number not above 0
     * @param minimumTies with fewer ties there is no influence
     */
    @Schema(name = "InfluencePoints")
    record InfluencePoints(int points, int mostPoints, int leastPoints, int minimumTies) {
        static InfluencePoints of(int points, InfluencePolicy policy) {
            boolean off = policy.mode() == Mode.OFF;
            return new InfluencePoints(
                    points,
                    off ? 0 : (int) Math.ceil(policy.boostCapPoints()),
                    off ? 0 : (int) -Math.ceil(policy.dragCapPoints()),
                    policy.minimumTies());
        }
    }

    static ScoreExplanation of(Snapshot snapshot, Scorecard scorecard, InfluencePolicy policy) {
        Evaluation evaluation = snapshot.evaluate(scorecard);
        int[] points = evaluation.pointsByDimension();
        List<DimensionPoints> dimensions = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            dimensions.add(new DimensionPoints(
                    dimension,
                    points[dimension.index()],
                    scorecard.mostByDimension().getOrDefault(dimension, 0)));
        }
        return new ScoreExplanation(
                snapshot.member(),
                snapshot.score(),
                scorecard.bands().of(snapshot.score()),
                snapshot.base(),
                snapshot.scorecard(),
                snapshot.asOf(),
                LocalDate.ofEpochDay(snapshot.asOfDay()),
                scorecard.startPoints(),
                dimensions,
                evaluation.outcomes().stream().map(AttributePoints::of).toList(),
                DiscountPoints.of(evaluation),
                InfluencePoints.of(snapshot.influence(), policy));
    }
}
