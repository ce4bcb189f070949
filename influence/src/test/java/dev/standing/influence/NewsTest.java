package dev.standing.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.policy.Mode;
import dev.standing.influence.report.BatchOutcome;
import dev.standing.influence.report.SettleOutcome;
import dev.standing.influence.report.SettleProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far news of a member's score goes, and how few rows are read for it. */
class NewsTest {
    private static final int FRIENDS = 50;
    private final InfluenceEngine engine =
            InfluenceEngine.create(InfluencePolicy.boostOnly().withFriendsHearInSteps(0), 0.01, 0);
    private final int[] friends = new int[FRIENDS];
    private int hub;

    /** A hub at 500 with friends at 600, 605, …, 845: the ten from 800 on count. */
    @BeforeEach
    void aHub() {
        hub = member(500);
        for (int k = 0; k < FRIENDS; k++) {
            friends[k] = member(600 + 5 * k);
            engine.tie(hub, friends[k], 1);
        }
        engine.commit();
        assertThat(engine.influence(hub)).isCloseTo(0.005 * 3225, within(1e-9));
    }

    @Test
    void newsBelowTheBarReadsOnlyTheRowOfWhoChanged() {
        engine.changeBase(friends[0], 650);
        assertThat(engine.commit().rowsEvaluated()).isEqualTo(1);
        assertThat(engine.influence(hub)).isCloseTo(0.005 * 3225, within(1e-9));
    }

    @Test
    void newsAboveTheBarShiftsTheSum() {
        engine.changeBase(friends[49], 900);
        assertThat(engine.commit().rowsEvaluated()).isEqualTo(1);
        assertThat(engine.influence(hub)).isCloseTo(0.005 * (3225 + 55), within(1e-9));
    }

    @Test
    void newsAcrossTheBarReadsTheHubToo() {
        engine.changeBase(friends[0], 820);
        assertThat(engine.commit().rowsEvaluated()).isEqualTo(2);
        assertThat(engine.influence(hub)).isCloseTo(0.005 * (3225 + 20), within(1e-9));

        engine.changeBase(friends[49], 700);
        assertThat(engine.commit().rowsEvaluated()).isEqualTo(2);
        assertThat(engine.influence(hub)).isCloseTo(0.005 * (3225 + 20 - 345 + 300), within(1e-9));
    }

    @Test
    void newsTooSmallToMatterIsKeptUntilItDoes() {
        engine.changeBase(friends[49], 845.125);
        BatchOutcome outcome = engine.commit();
        assertThat(outcome.residualPoints()).isEqualTo(0.125);
        assertThat(engine.influence(hub)).isCloseTo(0.005 * 3225, within(1e-9));

        engine.changeBase(friends[49], 845.25);
        outcome = engine.commit();
        assertThat(outcome.residualPoints()).as("the hub's own move").isCloseTo(0.005 * 0.25, within(1e-8));
        assertThat(engine.influence(hub)).isCloseTo(0.005 * 3225.25, within(1e-9));
        assertThat(outcome.provenErrorPoints()).isBetween(0.0099, 0.01);
    }

    @Test
    void tiesComeAndGoAtTheHubWithoutReadingItsRowWhereTheyDoNotCount() {
        int low = member(700);
        engine.tie(hub, low, 1);
        assertThat(engine.commit().rowsEvaluated()).as("the newcomer's row").isEqualTo(1);
        engine.sever(hub, low, 0);
        assertThat(engine.commit().rowsEvaluated()).isZero();
        engine.sever(hub, friends[49], 0);
        assertThat(engine.commit().rowsEvaluated()).isEqualTo(1);
        assertThat(engine.influence(hub)).isCloseTo(0.005 * (3225 - 345 + 295), within(1e-9));
        engine.tie(hub, friends[10], 0.5);
        assertThat(engine.commit().rowsEvaluated()).isZero();
    }

    @Test
    void newsToMoreThanTheQueueHeldBeforeReachesEverybody() {
        int star = member(950);
        int[] leaves = new int[700];
        for (int k = 0; k < leaves.length; k++) {
            leaves[k] = member(350 + k % 7);
            engine.tie(star, leaves[k], 1);
            if (k % 13 == 0) {
                engine.commit();
            }
        }
        engine.commit();
        assertLifted(star, leaves, 0.005 * 600);

        engine.withdrawConsent(star);
        engine.changeBase(friends[3], 900);
        assertThat(engine.commit().rowsEvaluated()).isEqualTo(leaves.length + 3);
        assertLifted(star, leaves, 0);

        engine.grantConsent(star);
        engine.commit();
        assertLifted(star, leaves, 0.005 * 600);
    }

    private void assertLifted(int star, int[] leaves, double points) {
        assertThat(engine.score(star)).isEqualTo(950);
        for (int k = 0; k < leaves.length; k++) {
            double lift = points == 0 ? 0 : points - 0.005 * (k % 7);
            assertThat(engine.influence(leaves[k])).isCloseTo(lift, within(1e-9));
        }
    }

    @Test
    void aSettleReadsRowsAgainOnlyWhereNewsCrossesTheirBar() {
        int leaves = 2_000;
        int others = 40_000;
        int members = 1 + leaves + others;
        // Drags so small that they are no news, and yet enough for a settle that does not look for contenders first.
        InfluenceEngine star = InfluenceEngine.load(
                new InfluencePolicy(Mode.TWO_WAY, 10, 0.05, 30, 0.0001, 30, 100, 1, 0),
                0.01,
                0,
                members,
                i -> i == 0 || i > leaves ? 350 : 350 + 0.03125 * i,
                i -> 0,
                i -> true,
                sink -> {
                    for (int i = 1; i <= leaves; i++) {
                        sink.tie(0, i, 1);
                    }
                    for (int i = leaves + 1; i + 1 < members; i++) {
                        sink.tie(i, i + 1, 1);
                    }
                });

        SettleOutcome outcome = star.settle(1, SettleProgress.SILENT);

        double lift = 0.005 * 0.03125 * (10 * 2_000 - 45);
        assertThat(star.influence(0)).isCloseTo(lift, within(1e-6));
        // The first sweep reads all. The centre alone has news then, and it crosses the bars of the leaves that it rose
        // above.
        long passed = (long) (lift / 0.03125);
        assertThat(outcome.arcsRead() - outcome.arcs()).isBetween(passed - 1, passed + 1);
        assertThat(star.influence(1)).isCloseTo(0.005 * (lift - 0.03125), within(1e-6));
        assertThat(outcome.sweeps()).isEqualTo(2);
    }

    @Test
    void aSettleTellsHowFarItIs() {
        StringBuilder heard = new StringBuilder();
        SettleProgress progress = new SettleProgress() {
            @Override
            public void prepared() {
                heard.append("prepared ");
            }

            @Override
            public void swept(int sweeps, double residualPoints) {
                // What eps 0.01 allows at q 0.05.
                heard.append(sweeps).append(residualPoints > 0.19 ? " far " : " near ");
            }
        };

        engine.settle(2, progress);

        assertThat(heard.toString()).isEqualTo("prepared 1 far 2 near ");
        assertThat(engine.influence(hub)).isCloseTo(0.005 * 3225, within(1e-9));
    }

    @Test
    void roomCanBeMadeAhead() {
        engine.reserve(5_000);
        assertThat(engine.bytes()).isGreaterThan(5_000 * 49);
        long before = engine.bytes();
        for (int k = 0; k < 4_000; k++) {
            engine.join(400, 0);
        }
        engine.commit();
        assertThat(engine.bytes()).isEqualTo(before);
        assertThat(engine.memberCount()).isEqualTo(4_051);
        assertThat(engine.influence(hub)).isCloseTo(0.005 * 3225, within(1e-9));
    }

    private int member(double base) {
        int id = engine.join(base, 0);
        engine.grantConsent(id);
        return id;
    }
}
