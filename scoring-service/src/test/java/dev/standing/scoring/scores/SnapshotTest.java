package dev.standing.scoring.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.scoring.activity.Activity;
import dev.standing.scoring.activity.SeriesKey;
import dev.standing.scoring.scorecard.Reading;
import dev.standing.scoring.scorecard.Scorecard;
import dev.standing.scoring.scorecard.document.Scorecards;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final int DAY = Math.toIntExact(LocalDate.parse("2026-11-01").toEpochDay());

    private final Scorecard community = Scorecards.community().scorecard();

    private Snapshot snapshot(int base, int score, String changedAt) {
        Activity activity = new Activity();
        activity.add(new SeriesKey("acme", "rent.paid", "other", "USD"), DAY, 1, 50_000);
        return new Snapshot(
                "m",
                base,
                score,
                "community/1",
                DAY,
                Instant.parse(changedAt),
                Reading.of(community.evaluate(activity, DAY), DAY));
    }

    @Test
    void scoreIsOfTheDayOfEvaluationHoweverLongAgoItChanged() {
        assertThat(snapshot(600, 600, "2026-11-01T10:00:00Z").asOf()).isEqualTo("2026-11-01T10:00:00Z");
        assertThat(snapshot(600, 600, "2026-10-20T10:00:00Z").asOf()).isEqualTo("2026-11-01T00:00:00Z");
    }

    @Test
    void explanationStatesTheCapAndTheRoundedTotalOfInfluenceAndNothingElseOfFriends() {
        Snapshot snapshot = snapshot(600, 607, "2026-11-01T10:00:00Z");

        ScoreExplanation explanation = ScoreExplanation.of(
                snapshot, community, InfluencePolicy.twoWay().withMinimumTies(3));

        assertThat(explanation.influence()).isEqualTo(new ScoreExplanation.InfluencePoints(7, 30, -30, 3));
        assertThat(ScoreExplanation.of(snapshot, community, InfluencePolicy.off())
                        .influence()
                        .mostPoints())
                .isZero();
    }

    @Test
    void attributeWithoutDataHasNoValue() {
        ScoreExplanation explanation =
                ScoreExplanation.of(snapshot(600, 600, "2026-11-01T10:00:00Z"), community, InfluencePolicy.boostOnly());

        assertThat(explanation.attributes())
                .filteredOn(attribute -> attribute.name().equals("order-return-share"))
                .allSatisfy(attribute -> {
                    assertThat(attribute.value()).isNull();
                    assertThat(attribute.bin()).isEqualTo("no data");
                });
    }
}
