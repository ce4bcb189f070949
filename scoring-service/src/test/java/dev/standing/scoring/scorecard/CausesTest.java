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

    @Test
    void eachCauseAloneWouldHaveMadeTheBaseHigherByItsPoints() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            Evaluation evaluation = anything(random);

            List<ScoreReason> reasons = read(Causes.of(evaluation), community);

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
        return new Evaluation(community.startPoints(), outcomes, Evaluation.NO_RECORDS);
    }

    /** The same, but that the attribute with that reason is in its best bin. */
    private static Evaluation without(String code, Evaluation evaluation) {
        List<Outcome> outcomes = evaluation.outcomes().stream()
                .map(outcome -> outcome.reason().code().equals(code) ? atItsBest(outcome) : outcome)
                .toList();
        return new Evaluation(evaluation.startPoints(), outcomes, evaluation.tenureInDays());
    }

    private static Outcome atItsBest(Outcome outcome) {
        Bin best = outcome.attribute().bins().stream()
                .max(Comparator.comparingInt(Bin::points))
                .orElseThrow();
        return new Outcome(outcome.attribute(), outcome.value(), best);
    }
}
