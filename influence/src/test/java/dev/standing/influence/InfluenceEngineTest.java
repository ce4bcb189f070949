package dev.standing.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.influence.report.BatchOutcome;
import dev.standing.influence.report.Bound;
import dev.standing.influence.report.CountedTie;
import dev.standing.influence.report.Explanation;
import dev.standing.influence.report.SettleOutcome;
import dev.standing.influence.report.SettleProgress;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InfluenceEngineTest {
    private final InfluenceEngine engine =
            InfluenceEngine.create(InfluencePolicy.boostOnly().withFriendsHearInSteps(0), 0.01, 5);

    @Test
    void nothingShowsBeforeTheCommit() {
        int a = engine.join(500, 0);
        assertThat(engine.isMember(a)).isFalse();
        assertThatThrownBy(() -> engine.score(a)).hasMessageContaining("member 0 is not known");

        BatchOutcome outcome = engine.commit();

        assertThat(outcome.changedMembers()).containsExactly(a);
        assertThat(engine.score(a)).isEqualTo(500);
        assertThat(engine.memberCount()).isOne();
        assertThat(engine.commit().changedCount()).isZero();
    }

    @Test
    void refusesWhatItDoesNotKnowAndSaysWhatIsAllowed() {
        int a = engine.join(500, 0);
        int b = engine.join(600, 0);
        assertThatThrownBy(() -> engine.tie(a, 7, 1)).hasMessageContaining("member 7 is not known");
        assertThatThrownBy(() -> engine.tie(-1, a, 1)).hasMessageContaining("member -1 is not known");
        assertThatThrownBy(() -> engine.tie(a, a, 1)).hasMessageContaining("member 0 to themselves");
        assertThatThrownBy(() -> engine.sever(b, b, 1)).hasMessageContaining("to themselves");
        assertThatThrownBy(() -> engine.tie(a, b, 0)).hasMessage("weight is 0.0; allowed: above 0 to 1");
        assertThatThrownBy(() -> engine.tie(a, b, 1.01)).hasMessageContaining("weight is 1.01");
        assertThatThrownBy(() -> engine.remember(a, b, Double.NaN, 1)).hasMessageContaining("weight is NaN");
        assertThatThrownBy(() -> engine.join(349.9, 0)).hasMessage("base is 349.9 points; allowed: 350 to 950");
        assertThatThrownBy(() -> engine.changeBase(a, 951)).hasMessageContaining("base is 951.0");
        assertThatThrownBy(() -> engine.changeBase(9, 500)).hasMessageContaining("member 9");
        assertThatThrownBy(() -> engine.advanceTo(4)).hasMessage("day is 4; allowed: 5 or later");
        assertThatThrownBy(() -> engine.grantConsent(3)).hasMessageContaining("member 3");
        assertThatThrownBy(() -> engine.withdrawConsent(3)).hasMessageContaining("member 3");
        engine.leave(a);
        assertThatThrownBy(() -> engine.leave(a)).hasMessageContaining("member 0 is not known");
        engine.commit();
        assertThat(engine.memberCount()).isOne();
        assertThat(engine.idCount()).isEqualTo(2);
        assertThatThrownBy(() -> engine.explanation(a)).hasMessageContaining("member 0 is not known");
        assertThatThrownBy(() -> engine.ringReport(a, b)).hasMessageContaining("member 0 is not known");
    }

    @Test
    void refusesAnErrorThatItCannotProve() {
        assertThatThrownBy(
                        () -> InfluenceEngine.create(InfluencePolicy.boostOnly().withFriendsHearInSteps(0), 1e-9, 0))
                .hasMessageContaining("eps is 1.0E-9 points; allowed:")
                .hasMessageContaining("to 100");
        assertThatThrownBy(
                        () -> InfluenceEngine.create(InfluencePolicy.boostOnly().withFriendsHearInSteps(0), 101, 0))
                .hasMessageContaining("eps is 101.0");
        assertThat(InfluenceEngine.create(InfluencePolicy.boostOnly().withFriendsHearInSteps(0), 1e-5, 0)
                        .epsPoints())
                .isEqualTo(1e-5);
    }

    @Test
    void tellsWhoseRoundedScoreChanged() {
        int low = joined(400);
        int high = joined(900);
        engine.tie(low, high, 1);
        engine.commit();
        assertThat(engine.roundedScore(low)).isEqualTo(403);

        engine.tie(low, high, 0.9);
        BatchOutcome outcome = engine.commit();
        assertThat(outcome.changedMembers()).containsExactly(low);
        assertThat(outcome.changedMember(0)).isEqualTo(low);
        assertThat(engine.roundedScore(low)).isEqualTo(402);

        engine.changeBase(high, 899);
        assertThat(engine.commit().changedMembers()).containsExactly(high);
    }

    @Test
    void whoLeavesTakesTheirTiesAlong() {
        int low = joined(400);
        int high = joined(900);
        engine.tie(low, high, 1);
        engine.commit();

        engine.leave(high);
        BatchOutcome outcome = engine.commit();

        assertThat(outcome.changedMembers()).containsExactly(low);
        assertThat(engine.score(low)).isEqualTo(400);
        assertThat(engine.isMember(high)).isFalse();
        assertThat(engine.join(500, 0)).as("ids are never given twice").isEqualTo(2);
    }

    @Test
    void explainsBoostsTieByTie() {
        int low = joined(400);
        int friend = joined(500);
        int best = joined(900);
        engine.tie(low, friend, 1);
        engine.tie(low, best, 51 / 255.0);
        engine.commit();

        Explanation why = engine.explanation(low);

        assertThat(why.counted()).hasSize(2);
        assertThat(why.counted().get(0))
                .isEqualTo(new CountedTie(
                        friend,
                        CountedTie.Side.BOOST,
                        1,
                        false,
                        why.counted().get(0).points()));
        assertThat(why.counted().get(1).weight()).isEqualTo(0.2);
        assertThat(why.counted().get(1).points()).isCloseTo(0.5, within(1e-9));
        assertThat(why.boostPoints()).isCloseTo(1.0, within(0.011));
        assertThat(why.dragPoints()).isZero();
        assertThat(why.basePoints()).isEqualTo(400);
        assertThat(why.influencePoints()).isEqualTo(engine.influence(low));
        assertThat(why.bound()).isEqualTo(Bound.NONE);
        assertThat(why.currentTies()).isEqualTo(2);
        assertThat(why.member()).isEqualTo(low);
    }

    @Test
    void mustSettleBeforeTheFirstCommitAfterALoad() {
        InfluenceEngine loaded = Worlds.loaded(
                InfluencePolicy.boostOnly().withFriendsHearInSteps(0),
                0.01,
                new double[] {400, 900},
                List.of(new Worlds.Tie(0, 1, 1)));
        assertThat(loaded.score(0)).isEqualTo(400);
        assertThatThrownBy(loaded::commit).hasMessageContaining("settle first");

        SettleOutcome outcome = loaded.settle(1, SettleProgress.SILENT);

        assertThat(outcome.arcs()).isEqualTo(2);
        assertThat(outcome.arcsPerSecond(1_000)).isEqualTo(2e6 * outcome.sweeps());
        assertThat(loaded.score(0)).isCloseTo(402.5, within(1e-9));
    }

    @Test
    void aLoadRefusesWhatItCannotHold() {
        assertLoadFails(List.of(new Worlds.Tie(0, 1, 1), new Worlds.Tie(1, 0, 1)), "there twice; allowed: once");
        assertLoadFails(List.of(new Worlds.Tie(0, 2, 1)), "tie of member 2; allowed: members 0 to 1");
        assertLoadFails(List.of(new Worlds.Tie(1, 1, 1)), "to themselves");
        assertLoadFails(List.of(new Worlds.Tie(0, 1, 2)), "weight is 2.0");
        int[] reading = {0};
        assertThatThrownBy(() -> InfluenceEngine.load(
                        InfluencePolicy.boostOnly().withFriendsHearInSteps(0),
                        0.01,
                        0,
                        3,
                        i -> 500,
                        i -> 0,
                        i -> true,
                        sink -> sink.tie(0, ++reading[0], 1)))
                .hasMessageContaining("not among the ties of the first reading");
    }

    @Test
    void loadedTiesOfMembersWithoutConsentWaitForIt() {
        InfluenceEngine loaded = InfluenceEngine.load(
                InfluencePolicy.boostOnly().withFriendsHearInSteps(0),
                0.01,
                0,
                2,
                i -> 400 + 500 * i,
                i -> 0,
                i -> i == 0,
                sink -> sink.tie(0, 1, 1));
        loaded.settle(1, SettleProgress.SILENT);
        assertThat(loaded.influence(0)).isZero();

        loaded.grantConsent(1);
        loaded.commit();
        assertThat(loaded.influence(0)).isCloseTo(2.5, within(1e-9));
    }

    @Test
    void readersAlwaysSeeScoresThatSomeCommitLeft() throws InterruptedException {
        int low = joined(400);
        int high = joined(900);
        engine.tie(low, high, 1);
        engine.commit();
        AtomicBoolean stop = new AtomicBoolean();
        AtomicReference<String> wrong = new AtomicReference<>("");
        Thread reader = new Thread(() -> {
            while (!stop.get()) {
                double score = engine.score(high);
                Explanation why = engine.explanation(low);
                if ((score != 900 && score != 950)
                        || Math.abs(why.basePoints() + why.influencePoints() - why.scorePoints()) > 1e-9) {
                    wrong.set("saw " + score + " and " + why);
                }
            }
        });
        reader.start();
        SplittableRandom random = new SplittableRandom(3);
        for (int k = 0; k < 3_000; k++) {
            engine.changeBase(high, random.nextBoolean() ? 900 : 950);
            engine.join(500, 0);
            engine.commit();
        }
        stop.set(true);
        reader.join();
        assertThat(wrong.get()).isEmpty();
    }

    private static void assertLoadFails(List<Worlds.Tie> ties, String says) {
        assertThatThrownBy(() -> Worlds.loaded(
                        InfluencePolicy.boostOnly().withFriendsHearInSteps(0), 0.01, new double[] {400, 900}, ties))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says);
    }

    private int joined(double base) {
        int id = engine.join(base, 0);
        engine.grantConsent(id);
        return id;
    }
}
