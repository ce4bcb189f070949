package dev.standing.privileges.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.privileges.grants.Privilege.Ending;
import dev.standing.privileges.grants.Privilege.Settled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrivilegeTest {
    private static final Duration GRACE = Duration.ofDays(14);
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Privilege BASELINE = new Settled(0, START, Why.BASELINE);

    @Test
    void aHigherTierIsGrantedAtOnce() {
        Privilege held = BASELINE.judged(2, day(1), GRACE);

        assertThat(held).isEqualTo(new Settled(2, day(1), Why.CONDITIONS_MET));
    }

    @Test
    void aLowerTierIsAnnouncedAndComesAfterTheGracePeriod() {
        Privilege held = BASELINE.judged(2, day(1), GRACE).judged(1, day(2), GRACE);

        assertThat(held.tier()).isEqualTo(2);
        assertThat(held.since()).isEqualTo(day(1));
        assertThat(held.why()).isEqualTo(Why.CONDITIONS_NO_LONGER_MET);
        assertThat(((Ending) held).until()).isEqualTo(day(16));
        assertThat(held.at(day(16).minusNanos(1))).isEqualTo(held);
        assertThat(held.at(day(16))).isEqualTo(new Settled(1, day(16), Why.GRACE_ENDED));
    }

    @Test
    void aTierEarnedAgainInTimeIsKeptAsIfNothingHadBeen() {
        Privilege before = BASELINE.judged(2, day(1), GRACE);

        assertThat(before.judged(0, day(2), GRACE).judged(2, day(15), GRACE)).isEqualTo(before);
    }

    @Test
    void bettersDuringTheGracePeriodAreGrantedAtOnce() {
        Privilege held =
                BASELINE.judged(1, day(1), GRACE).judged(0, day(2), GRACE).judged(2, day(3), GRACE);

        assertThat(held).isEqualTo(new Settled(2, day(3), Why.CONDITIONS_MET));
    }

    @Test
    void aFallInTwoStepsGivesNoticeOfBoth() {
        Privilege held =
                BASELINE.judged(3, day(0), GRACE).judged(1, day(1), GRACE).judged(0, day(11), GRACE);

        assertThat(held.at(day(14)).tier()).isEqualTo(3);
        assertThat(held.at(day(15)).tier()).isEqualTo(1);
        assertThat(held.at(day(15)).since()).isEqualTo(day(15));
        assertThat(held.at(day(24)).tier()).isEqualTo(1);
        assertThat(held.at(day(25)).tier()).isZero();
        assertThat(held.at(day(400)).since()).isEqualTo(day(25));
    }

    @Test
    void aRecoveryHalfWayMovesWhatComesAfterwards() {
        Privilege held =
                BASELINE.judged(3, day(0), GRACE).judged(0, day(1), GRACE).judged(2, day(11), GRACE);

        assertThat(held.at(day(14)).tier()).isEqualTo(3);
        assertThat(held.at(day(15)).tier()).isEqualTo(2);
        assertThat(held.at(day(100)).tier()).isEqualTo(2);
    }

    @Test
    void withoutGraceALowerTierComesAtOnce() {
        Privilege held = BASELINE.judged(2, day(1), GRACE).judged(1, day(2), Duration.ZERO);

        assertThat(held).isEqualTo(new Settled(1, day(2), Why.GRACE_ENDED));
    }

    @Test
    void nothingIsBelowTheBaseline() {
        assertThatThrownBy(() -> new Settled(-1, START, Why.BASELINE)).hasMessageContaining("tier is -1");
    }

    /** Against the definition: held is the highest tier that was earned within the last grace period. */
    @Test
    void heldIsTheHighestTierEarnedWithinTheLastGracePeriod() {
        long seed = 17;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int history = 0; history < 2_000; history++) {
            Privilege held = BASELINE;
            Deque<long[]> judgements = new ArrayDeque<>();
            int day = 0;
            for (int step = 0; step < 40; step++) {
                day += random.nextInt(0, 10);
                int earned = random.nextInt(0, 5);
                int before = held.at(day(day)).tier();
                held = held.at(day(day)).judged(earned, day(day), GRACE);
                judgements.add(new long[] {day, earned});

                assertThat(held.tier()).as("good news at once").isGreaterThanOrEqualTo(earned);
                assertThat(held.tier())
                        .as("never less by a judgement")
                        .isGreaterThanOrEqualTo(Math.min(before, held.tier()));
                assertThat(held.tier()).isEqualTo(highestWithinGrace(judgements, day));
                int later = day + random.nextInt(0, 40);
                assertThat(held.at(day(later)).tier()).isEqualTo(highestWithinGrace(judgements, later));
            }
        }
    }

    private static int highestWithinGrace(Deque<long[]> judgements, int day) {
        long highest = 0;
        long[] previous = null;
        for (long[] judgement : judgements) {
            // A tier stays earned until the next judgement says otherwise.
            if (previous != null && judgement[0] + GRACE.toDays() > day) {
                highest = Math.max(highest, previous[1]);
            }
            previous = judgement;
        }
        return (int) Math.max(highest, previous == null ? 0 : previous[1]);
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
