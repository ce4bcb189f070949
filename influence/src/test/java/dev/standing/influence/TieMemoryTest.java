package dev.standing.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.report.BatchOutcome;
import dev.standing.influence.report.Bound;
import dev.standing.influence.report.CountedTie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TieMemoryTest {
    private static final double EPS = 1e-4;
    private final InfluenceEngine engine = InfluenceEngine.create(
            InfluencePolicy.twoWay().withFriendsHearInSteps(0).withStrongestTies(1), EPS, 100);
    private int high;
    private int low;

    @BeforeEach
    void aHighAndALowFriend() {
        high = member(900);
        low = member(500);
        engine.tie(high, low, 1);
        engine.commit();
    }

    @Test
    void atTheMomentOfSeveringTheDragStaysAndTheBoostGoes() {
        engine.sever(high, low, 100);
        engine.commit();

        assertThat(engine.score(low)).isEqualTo(500);
        assertThat(engine.score(high)).isCloseTo(880, within(EPS));
        assertThat(engine.explanation(high).rememberedTies()).isEqualTo(1);
        assertThat(engine.explanation(high).currentTies()).isZero();
    }

    @Test
    void theDragFadesByTheDayAndIsGoneAfterTheMemory() {
        engine.sever(high, low, 100);
        engine.commit();

        engine.advanceTo(190);
        engine.commit();
        assertThat(engine.score(high)).isCloseTo(890, within(EPS));
        assertThat(engine.explanation(high).counted()).singleElement().satisfies(tie -> {
            assertThat(tie.remembered()).isTrue();
            assertThat(tie.weight()).isEqualTo(0.5);
            assertThat(tie.points()).isCloseTo(10, within(EPS));
            assertThat(tie.neighbour()).isEqualTo(low);
            assertThat(tie.side()).isEqualTo(CountedTie.Side.DRAG);
        });

        engine.advanceTo(279);
        engine.commit();
        assertThat(engine.score(high)).isCloseTo(900 - 20 / 180.0, within(EPS));

        engine.advanceTo(280);
        engine.commit();
        assertThat(engine.score(high)).isEqualTo(900);
        assertThat(engine.explanation(high).rememberedTies()).isZero();
    }

    @Test
    void aTieSeveredLongAgoIsNotRemembered() {
        engine.sever(high, low, 100 - 180);
        engine.commit();

        assertThat(engine.score(high)).isEqualTo(900);
    }

    @Test
    void aTieThatComesBackCountsOnce() {
        engine.sever(high, low, 100);
        engine.tie(high, low, 1);
        engine.commit();

        assertThat(engine.explanation(high).counted()).hasSize(1);
        assertThat(engine.explanation(high).currentTies()).isEqualTo(1);
        assertThat(engine.explanation(high).rememberedTies()).isZero();
    }

    @Test
    void aTieThatComesBackLaterCountsWithItsNewWeightOnly() {
        engine.sever(high, low, 100);
        engine.commit();

        engine.tie(high, low, 51 / 255.0);
        engine.commit();
        assertThat(engine.score(high)).isCloseTo(900 - 0.05 * 0.2 * 400, within(0.05));
        assertThat(engine.score(low)).isCloseTo(500 + 0.05 * 0.2 * 400, within(0.05));

        engine.sever(high, low, 100);
        engine.commit();
        engine.remember(high, low, 1, 10);
        engine.commit();
        assertThat(engine.score(high)).isCloseTo(890, within(EPS));
        assertThat(engine.score(low)).isEqualTo(500);
        assertThat(engine.explanation(low).rememberedTies()).isEqualTo(1);
    }

    @Test
    void rememberedTiesCountTowardsTheMinimum() {
        InfluenceEngine three = InfluenceEngine.create(
                InfluencePolicy.boostOnly().withFriendsHearInSteps(0).withMinimumTies(2), EPS, 0);
        int a = joined(three, 400);
        int b = joined(three, 900);
        int c = joined(three, 900);
        three.tie(a, b, 1);
        three.tie(a, c, 1);
        three.sever(a, c, 0);
        three.commit();
        assertThat(three.influence(a)).isCloseTo(2.5, within(EPS));

        three.advanceTo(180);
        three.commit();
        assertThat(three.influence(a)).isZero();
        assertThat(three.explanation(a).bound()).isEqualTo(Bound.TOO_FEW_TIES);
    }

    @Test
    void aTieKnownOnlyAsSeveredIsRemembered() {
        int other = member(400);
        engine.remember(high, other, 1, 100);
        engine.remember(high, low, 0.5, 100);
        engine.commit();

        assertThat(engine.score(high)).isCloseTo(875, within(EPS));
        assertThat(engine.explanation(high).currentTies()).isEqualTo(1);
        assertThat(engine.explanation(high).rememberedTies()).isEqualTo(1);
    }

    @Test
    void withdrawingConsentTakesTheTermFromBothSidesAtOnce() {
        engine.sever(high, low, 100);
        int friend = member(400);
        engine.tie(high, friend, 1);
        engine.commit();
        assertThat(engine.score(friend)).isCloseTo(400 + 0.05 * (engine.score(high) - 400), within(0.01));

        engine.withdrawConsent(high);
        BatchOutcome outcome = engine.commit();

        assertThat(engine.score(high)).isEqualTo(900);
        assertThat(engine.score(friend)).isEqualTo(400);
        assertThat(outcome.changedMembers()).containsExactlyInAnyOrder(high, friend);
        assertThat(engine.explanation(high).bound()).isEqualTo(Bound.NO_CONSENT);
        assertThat(engine.explanation(high).counted()).isEmpty();
        assertThat(engine.explanation(high).currentTies()).isZero();
        assertThat(engine.explanation(friend).currentTies()).isZero();

        engine.grantConsent(high);
        engine.commit();
        assertThat(engine.score(friend)).isGreaterThan(420);
        assertThat(engine.explanation(high).rememberedTies()).isEqualTo(1);
    }

    private int member(double base) {
        return joined(engine, base);
    }

    private static int joined(InfluenceEngine engine, double base) {
        int id = engine.join(base, 0);
        engine.grantConsent(id);
        return id;
    }
}
