package dev.standing.scoring.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.scoring.activity.Activity;
import dev.standing.scoring.scorecard.document.Scorecards;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of the evidence of partners many of whose records are wrong. */
class DiscountTest {
    private static final int TODAY = EvaluationTest.TODAY;
    private static final int WHOLE = 10_000;

    private final Scorecard shipped = Scorecards.community().scorecard();

    /** The scorecard that ships, with such a rule. */
    private Scorecard discounting(int figureFrom, int discount) {
        return new Scorecard(
                shipped.name(),
                shipped.version(),
                shipped.startPoints(),
                shipped.bands(),
                shipped.mostByDimension(),
                shipped.measures(),
                shipped.attributes(),
                new PartnerReliability(figureFrom, discount, new Reason("UNRELIABLE-PARTNER", "t"), "r"));
    }

    @Test
    void itNeverRaisesTakesNoMoreThanWasGivenIsExactAndAddsUp() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int lowered = 0;
        for (int round = 0; round < 1_000; round++) {
            Scorecard card = discounting(1 + random.nextInt(WHOLE), 1 + random.nextInt(WHOLE));
            Activity activity = EvaluationTest.activity(EvaluationTest.deeds(random, random.nextInt(60)));
            Map<String, Integer> figures = new HashMap<>();
            for (int partner = random.nextInt(4); partner < 4; partner++) {
                figures.put("p-" + partner, random.nextInt(WHOLE + 1));
            }
            Set<String> discounted = card.discounted(figures);

            Evaluation evaluation = card.evaluate(activity, discounted, TODAY);

            Evaluation all = card.evaluate(activity, TODAY);
            Evaluation without = card.evaluate(activity.of(partner -> !discounted.contains(partner)), TODAY);
            assertTaken(card, evaluation, all.base(), without.base());
            assertDimensionsAddUp(evaluation, all, without);
            assertThat(Reading.of(evaluation, TODAY).evaluation(card, TODAY)).isEqualTo(evaluation);
            lowered += evaluation.base() < all.base() ? 1 : 0;
        }
        assertThat(lowered).isPositive();
    }

    private static void assertTaken(Scorecard card, Evaluation evaluation, int all, int without) {
        PartnerReliability rule = Objects.requireNonNull(card.partnerReliability());
        int taken = Math.floorDiv(rule.discount() * Math.max(0, all - without), WHOLE);
        assertThat(evaluation.base()).isEqualTo(all - taken);
        assertThat(evaluation.base()).isBetween(Math.min(all, without), all);
        assertThat(evaluation.discountPoints()).isEqualTo(taken);
    }

    private static void assertDimensionsAddUp(Evaluation evaluation, Evaluation all, Evaluation without) {
        int sum = evaluation.startPoints();
        int taken = 0;
        for (Dimension dimension : Dimension.values()) {
            int points = pointsOf(evaluation, dimension);
            int part = evaluation.discountByDimension().getOrDefault(dimension, 0);
            assertThat(points).isEqualTo(pointsOf(all, dimension) - part);
            assertThat(points)
                    .isBetween(
                            Math.min(pointsOf(all, dimension), pointsOf(without, dimension)), pointsOf(all, dimension));
            sum += points;
            taken += part;
        }
        assertThat(sum).isEqualTo(evaluation.base());
        assertThat(taken).isEqualTo(evaluation.discountPoints());
    }

    private static int pointsOf(Evaluation evaluation, Dimension dimension) {
        return evaluation.pointsByDimension()[dimension.index()];
    }

    @Test
    void aPartnerIsDiscountedFromTheFigureOnAndNobodyByTheScorecardThatShips() {
        Map<String, Integer> figures = Map.of("below", 499, "at", 500, "above", 501);

        assertThat(discounting(500, 1).discounted(figures)).containsExactlyInAnyOrder("at", "above");
        assertThat(shipped.discounted(figures)).isEmpty();
    }

    @Test
    void whoHasNoEvidenceOfSuchPartnersReadsAsEver() {
        Scorecard card = discounting(1, WHOLE);
        Activity activity = EvaluationTest.activity(EvaluationTest.deeds(new Random(3), 60));

        assertThat(card.evaluate(activity, Set.of("somebody-else"), TODAY))
                .isEqualTo(shipped.evaluate(activity, TODAY));
        assertThat(shipped.evaluate(activity, Set.of("p-1"), TODAY)).isEqualTo(shipped.evaluate(activity, TODAY));
    }
}
