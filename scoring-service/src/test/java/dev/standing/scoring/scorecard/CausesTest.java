package dev.standing.scoring.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.score.ScoreReason;
import dev.standing.scoring.scorecard.document.Scorecards;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CausesTest {
    private final Scorecard community = Scorecards.community().scorecard();
    private final Scorecard discounting = Scorecards.discounting().scorecard();

    @Test
    void eachCauseAloneWouldHaveMadeTheBaseHigherByItsPoints() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            Evaluation evaluation = random.nextBoolean() ? anything(random) : discounted(random);

            List<ScoreReason> reasons = read(Causes.of(evaluation), discounting);

            assertThat(reasons).hasSizeLessThanOrEqualTo(ScoreReason.MOST);
            assertThat(reasons)
                    .isSortedAccordingTo(
                            Comparator.comparingInt(ScoreReason::pointsLost).reversed());
            for (ScoreReason reason : reasons) {
                assertThat(without(reason.code(), evaluation).base())
                        .as("round %s, %s", round, reason)
                        .isEqualTo(evaluation.base() + reason.pointsLost());
            }
        }
    }

    @Test
    void nobodyIsGivenTextsOfAnotherScorecardOrOfNone() {
        assertThat(Causes.read("NO-SUCH-CODE=3", community)).isNull();
        assertThat(Causes.read("PAID-LATE=3", null)).isNull();
        assertThat(Causes.read(null, community)).isNull();
        assertThat(Causes.read("", community)).isEmpty();
    }

    private static List<ScoreReason> read(String causes, Scorecard scorecard) {
        return Objects.requireNonNull(Causes.read(causes, scorecard));
    }

    /** Every attribute in any of its bins. */
    private Evaluation anything(Random random) {
        return new Evaluation(community.startPoints(), outcomes(random), Evaluation.NO_RECORDS);
    }

    /** The same, and in any other without some of the evidence. */
    private Evaluation discounted(Random random) {
        PartnerReliability written = Objects.requireNonNull(discounting.partnerReliability());
        PartnerReliability rule = new PartnerReliability(
                written.figureFrom(), 1 + random.nextInt(10_000), written.reason(), written.rationale());
        return new Evaluation(
                community.startPoints(), outcomes(random), Evaluation.NO_RECORDS, new Discount(rule, outcomes(random)));
    }

    private List<Outcome> outcomes(Random random) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Attribute attribute : community.attributes()) {
            Bin bin = attribute.bins().get(random.nextInt(attribute.bins().size()));
            long value =
                    switch (bin) {
                        case Bin.None none -> Measure.NONE;
                        case Bin.Range range -> range.from();
                    };
            outcomes.add(new Outcome(attribute, value, bin));
        }
        return outcomes;
    }

    /** The same, but that the attribute with that reason is in its best bin, whatever the evidence, or that nothing is discounted. */
    private static Evaluation without(String code, Evaluation evaluation) {
        List<String> codes = evaluation.outcomes().stream()
                .map(outcome -> outcome.reason().code())
                .toList();
        Discount discount = evaluation.discount();
        return new Evaluation(
                evaluation.startPoints(),
                atItsBest(codes.indexOf(code), evaluation.outcomes()),
                evaluation.tenureInDays(),
                discount == null || !codes.contains(code)
                        ? null
                        : new Discount(discount.rule(), atItsBest(codes.indexOf(code), discount.without())));
    }

    private static List<Outcome> atItsBest(int attribute, List<Outcome> outcomes) {
        List<Outcome> best = new ArrayList<>(outcomes);
        if (attribute >= 0) {
            best.set(attribute, atItsBest(outcomes.get(attribute)));
        }
        return best;
    }

    private static Outcome atItsBest(Outcome outcome) {
        Bin best = outcome.attribute().bins().stream()
                .max(Comparator.comparingInt(Bin::points))
                .orElseThrow();
        return new Outcome(outcome.attribute(), outcome.value(), best);
    }
}
