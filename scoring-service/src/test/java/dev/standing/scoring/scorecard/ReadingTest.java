package dev.standing.scoring.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.scoring.activity.Activity;
import dev.standing.scoring.activity.SeriesKey;
import dev.standing.scoring.scorecard.document.Scorecards;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final int DAY = 20_000;
    private static final List<String> KINDS =
            List.of("rent.paid", "payment.late", "loan.defaulted", "purchase", "identity.verified");

    private final Scorecard community = Scorecards.community().scorecard();

    @Test
    void theEvaluationIsToldAgainToTheLetter() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int member = 0; member < 500; member++) {
            Evaluation evaluation = community.evaluate(activity(random, random.nextInt(60)), DAY);

            assertThat(Reading.of(evaluation, DAY).evaluation(community, DAY)).isEqualTo(evaluation);
        }
    }

    private static Activity activity(Random random, int records) {
        Activity activity = new Activity();
        for (int i = 0; i < records; i++) {
            activity.add(
                    new SeriesKey("p" + random.nextInt(3), KINDS.get(random.nextInt(KINDS.size())), "other", "USD"),
                    DAY - random.nextInt(1_500),
                    1,
                    random.nextInt(100_000));
        }
        return activity;
    }

    @Test
    void daysSinceGoOnWhileNothingLeavesAWindow() {
        Activity activity = new Activity();
        activity.add(new SeriesKey("acme", "rent.paid", "other", "USD"), DAY - 10, 1, 50_000);

        Reading reading = Reading.of(community.evaluate(activity, DAY), DAY);

        assertThat(reading.evaluation(community, DAY + 3)).isEqualTo(community.evaluate(activity, DAY + 3));
        assertThat(reading).isEqualTo(Reading.of(community.evaluate(activity, DAY + 3), DAY + 3));
    }

    @Test
    void oneOfAnotherScorecardIsRefused() {
        assertThatThrownBy(() -> new Reading(List.of(1L)).evaluation(community, DAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("community/1");
        Activity activity = activity(new Random(5), 30);
        Reading discounted =
                Reading.of(Scorecards.discounting().scorecard().evaluate(activity, Set.of("p1"), DAY), DAY);
        assertThatThrownBy(() -> discounted.evaluation(community, DAY)).isInstanceOf(IllegalArgumentException.class);
    }
}
