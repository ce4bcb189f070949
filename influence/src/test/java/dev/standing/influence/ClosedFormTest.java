package dev.standing.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.policy.Mode;
import dev.standing.influence.report.BatchOutcome;
import dev.standing.influence.report.Bound;
import org.junit.jupiter.api.Test;

/** Scores that a person can compute. */
class ClosedFormTest {
    private static final double EPS = 1e-4;
    private InfluenceEngine engine =
            InfluenceEngine.create(InfluencePolicy.boostOnly().withFriendsHearInSteps(0), EPS, 0);

    @Test
    void ofTwoMembersTheLowerGainsItsShareOverKOfTheDifference() {
        int low = member(400);
        int high = member(900);
        engine.tie(low, high, 1);

        engine.commit();

        assertThat(engine.score(low)).isCloseTo(402.5, within(1e-9));
        assertThat(engine.influence(low)).isCloseTo(2.5, within(1e-9));
        assertThat(engine.base(low)).isEqualTo(400);
        assertThat(engine.score(high)).isEqualTo(900);
    }

    @Test
    void ofTwoMembersInTwoWayEachMovesTowardsTheOther() {
        engine = InfluenceEngine.create(InfluencePolicy.twoWay().withFriendsHearInSteps(0), EPS, 0);
        int low = member(400);
        int high = member(900);
        engine.tie(low, high, 1);

        engine.commit();

        // s_l = 400 + (s_h - 400) / 200 and s_h = 900 - (900 - s_l) / 200
        double lowScore = (400 * 199 / 200.0 + 900 * 199 / 40_000.0) / (1 - 1 / 40_000.0);
        assertThat(engine.score(low)).isCloseTo(lowScore, within(EPS));
        assertThat(engine.score(high)).isCloseTo(900 - (900 - lowScore) / 200, within(EPS));
    }

    @Test
    void aStarCountsItsTenStrongestOnly() {
        int centre = member(500);
        for (int k = 1; k <= 12; k++) {
            engine.tie(centre, member(500 + 10 * k), 1);
        }

        engine.commit();

        // 30, 40, …, 120 points above: 750 in all
        assertThat(engine.influence(centre)).isCloseTo(0.005 * 750, within(1e-9));
        assertThat(engine.explanation(centre).counted()).hasSize(10);
    }

    @Test
    void exactlyKAndOneMoreTieDifferByTheWeakest() {
        int centre = member(500);
        for (int k = 0; k < 10; k++) {
            engine.tie(centre, member(600), 1);
        }
        engine.commit();
        assertThat(engine.influence(centre)).isCloseTo(5, within(1e-9));

        engine.tie(centre, member(600), 1);
        engine.commit();
        assertThat(engine.influence(centre)).isCloseTo(5, within(1e-9));

        engine.tie(centre, member(700), 1);
        engine.commit();
        assertThat(engine.influence(centre)).isCloseTo(5.5, within(1e-9));
    }

    @Test
    void aRingOfEqualsStaysWhereItIs() {
        int[] ring = new int[7];
        for (int i = 0; i < 7; i++) {
            ring[i] = member(640);
        }
        for (int i = 0; i < 7; i++) {
            engine.tie(ring[i], ring[(i + 1) % 7], 1);
        }

        engine.commit();

        for (int i : ring) {
            assertThat(engine.score(i)).isEqualTo(640);
        }
    }

    @Test
    void alongAChainEachLinkPassesOnItsShare() {
        InfluencePolicy one =
                InfluencePolicy.boostOnly().withFriendsHearInSteps(0).withStrongestTies(1);
        engine = InfluenceEngine.create(one, EPS, 0);
        int top = member(900);
        int middle = member(500);
        int end = member(500);
        engine.tie(top, middle, 1);
        engine.tie(middle, end, 1);

        engine.commit();

        assertThat(engine.score(middle)).isCloseTo(520, within(EPS));
        assertThat(engine.score(end)).isCloseTo(501, within(EPS));
    }

    @Test
    void halfAWeightLiftsHalfAndTheCapBoundsTheLift() {
        InfluencePolicy one =
                InfluencePolicy.boostOnly().withFriendsHearInSteps(0).withStrongestTies(1);
        engine = InfluenceEngine.create(one, EPS, 0);
        int half = member(350);
        int whole = member(350);
        int high = member(950);
        engine.tie(half, high, 51 / 255.0);
        engine.tie(whole, high, 1);

        engine.commit();

        assertThat(engine.influence(half)).isCloseTo(6, within(EPS));
        assertThat(engine.influence(whole)).isCloseTo(30, within(EPS));
    }

    @Test
    void capsHoldOnBothSidesAndTheExplanationSaysSo() {
        engine = InfluenceEngine.create(new InfluencePolicy(Mode.TWO_WAY, 1, 0.4, 20, 0.4, 10, 180, 1, 0), 0.01, 0);
        int low = member(350);
        int high = member(950);
        engine.tie(low, high, 1);

        engine.commit();

        assertThat(engine.score(low)).isEqualTo(370);
        assertThat(engine.score(high)).isEqualTo(940);
        assertThat(engine.explanation(low).bound()).isEqualTo(Bound.BOOST_CAP);
        assertThat(engine.explanation(high).bound()).isEqualTo(Bound.DRAG_CAP);
    }

    @Test
    void policyOffLeavesBases() {
        engine = InfluenceEngine.create(InfluencePolicy.off(), EPS, 0);
        int low = member(400);
        engine.tie(low, member(900), 1);

        BatchOutcome outcome = engine.commit();

        assertThat(engine.score(low)).isEqualTo(400);
        assertThat(outcome.provenErrorPoints()).isZero();
        assertThat(engine.explanation(low).bound()).isEqualTo(Bound.POLICY_OFF);
    }

    private int member(double base) {
        int id = engine.join(base, 0);
        engine.grantConsent(id);
        return id;
    }
}
