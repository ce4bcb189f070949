package dev.standing.privileges.grants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.ScoreEvent;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.score.Band;
import dev.standing.contracts.score.DimensionPoints;
import dev.standing.privileges.policy.Perk;
import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.privileges.policy.Policies;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private final PerkPolicy policy = Policies.community();
    private final Judge judge = new Judge(policy);

    @Test
    void theFirstScoreGrantsWhatItEarns() {
        Verdict verdict = judge.judge(Member.UNKNOWN, score(1, 650, 0), START);

        assertThat(held(verdict.member(), "car-hire")).isEqualTo("no-deposit");
        assertThat(held(verdict.member(), "bandwidth")).isEqualTo("fast");
        assertThat(verdict.changes())
                .allSatisfy(change -> assertThat(change.why()).isEqualTo(Why.CONDITIONS_MET));
    }

    @Test
    void anOldScoreOrTheSameChangesNothing() {
        Member member = judge.judge(Member.UNKNOWN, score(5, 650, 0), START).member();

        assertThat(judge.judge(member, score(5, 350, 0), START)).isEqualTo(new Verdict(member, java.util.List.of()));
        assertThat(judge.judge(member, score(4, 900, 0), START)).isEqualTo(new Verdict(member, java.util.List.of()));
    }

    @Test
    void daysEarnATierWithoutANewScore() {
        Member member = judge.judge(Member.UNKNOWN, score(1, 640, 60), START).member();
        assertThat(held(member, "fast-track")).isEqualTo("baseline");

        Verdict later = judge.judge(member, START.plus(Duration.ofDays(30)));

        assertThat(held(later.member(), "fast-track")).isEqualTo("priority");
    }

    @Test
    void aFirstRecordOfTodayIsADayOldTomorrowAndNoRecordNever() {
        LocalDate today = LocalDate.ofInstant(START, ZoneOffset.UTC);
        Member begun =
                judge.judge(Member.UNKNOWN, score(1, 640, 0, today), START).member();
        Member idle = judge.judge(Member.UNKNOWN, score(1, 640, 0, null), START).member();

        assertThat(tenure(begun, START)).isZero();
        assertThat(tenure(begun, START.plus(Duration.ofDays(1)))).isEqualTo(1);
        assertThat(tenure(idle, START.plus(Duration.ofDays(1)))).isZero();
        Instant later = START.plus(Duration.ofDays(90));
        assertThat(held(judge.judge(begun, later).member(), "fast-track")).isEqualTo("priority");
        assertThat(held(judge.judge(idle, later).member(), "fast-track")).isEqualTo("baseline");
    }

    @Test
    void theDayOfTheFirstRecordHoldsWhereTheTenureIsOfTheDayBefore() {
        LocalDate first = LocalDate.ofInstant(START, ZoneOffset.UTC).minusDays(61);
        Member member =
                judge.judge(Member.UNKNOWN, score(1, 640, 60, first), START).member();

        assertThat(tenure(member, START)).isEqualTo(61);
        assertThat(tenure(member, START.minus(Duration.ofDays(9))))
                .as("never less than was told")
                .isEqualTo(60);
    }

    private static int tenure(Member member, Instant now) {
        return Objects.requireNonNull(Judge.facts(member, now)).tenureDays();
    }

    @Test
    void anEndAnnouncedIsToldOnceAndTakenOnce() {
        Member member = judge.judge(Member.UNKNOWN, score(1, 650, 0), START).member();

        Verdict announced = judge.judge(member, score(2, 400, 0), START.plusSeconds(1));
        assertThat(announced.changes()).isNotEmpty().allMatch(Change::told);
        assertThat(held(announced.member(), "car-hire")).isEqualTo("no-deposit");

        Verdict again = judge.judge(announced.member(), score(3, 401, 0), START.plusSeconds(2));
        assertThat(again.changes()).isEmpty();

        Verdict taken = judge.judge(again.member(), START.plus(Duration.ofDays(15)));
        assertThat(taken.changes()).hasSameSizeAs(announced.changes());
        assertThat(held(taken.member(), "car-hire")).isEqualTo("baseline");
        assertThat(judge.judge(taken.member(), START.plus(Duration.ofDays(16))).changes())
                .isEmpty();
    }

    @Test
    void overAnyHistoryNobodyIsBelowBaselineOrBelowWhatTheyEarn() {
        long seed = 23;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int history = 0; history < 300; history++) {
            Member member = Member.UNKNOWN;
            Instant now = START;
            for (int sequence = 1; sequence <= 30; sequence++) {
                now = now.plus(Duration.ofHours(random.nextInt(0, 200)));
                Member before = judge.judge(member, now).member();
                member = judge.judge(before, score(sequence, random.nextInt(350, 951), random.nextInt(400)), now)
                        .member();
                int[] earned = policy.earned(Objects.requireNonNull(Judge.facts(member, now)));
                for (Perk perk : policy.perks()) {
                    int tier = member.privileges().get(perk.index()).tier();
                    assertThat(tier).isGreaterThanOrEqualTo(earned[perk.index()]);
                    if (!before.privileges().isEmpty()) {
                        assertThat(tier)
                                .isGreaterThanOrEqualTo(
                                        before.privileges().get(perk.index()).tier());
                    }
                }
            }
        }
    }

    @Test
    void theLatestConsentHoldsInAnyOrder() {
        Member granted = Member.UNKNOWN.with("acme", new Consent(2, true));

        assertThat(granted.showsTo("acme")).isTrue();
        assertThat(granted.showsTo("other")).isFalse();
        assertThat(granted.with("acme", new Consent(1, false))).isSameAs(granted);
        assertThat(granted.with("acme", new Consent(3, false)).showsTo("acme")).isFalse();
    }

    private String held(Member member, String perk) {
        Perk named = Objects.requireNonNull(policy.perk(perk));
        return named.tier(member.privileges().get(named.index()).tier()).name();
    }

    /** As releases said it that did not say the day of the first record. */
    private static ScoreEvent score(long sequence, int points, int tenureDays) {
        return score(sequence, points, tenureDays, null);
    }

    private static ScoreEvent score(long sequence, int points, int tenureDays, @Nullable LocalDate firstRecordOn) {
        return new ScoreEvent(
                1,
                new MemberId("m-1"),
                sequence,
                points,
                Band.GOOD,
                points,
                Band.GOOD,
                0,
                new DimensionPoints(Map.of()),
                tenureDays,
                firstRecordOn,
                "community/1",
                null,
                "record",
                START,
                START);
    }
}
