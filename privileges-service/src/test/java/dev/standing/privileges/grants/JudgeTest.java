package dev.standing.privileges.grants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.event.DisputeEvent;
import dev.standing.contracts.event.ScoreEvent;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.contracts.score.Band;
import dev.standing.contracts.score.DimensionPoints;
import dev.standing.privileges.policy.Perk;
import dev.standing.privileges.policy.PerkPolicy;
import dev.standing.privileges.policy.PerkPolicyReader;
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
        Verdict verdict = judge.judge(Member.UNKNOWN, score(1, 650, 0), START, true);

        assertThat(held(verdict.member(), "car-hire")).isEqualTo("no-deposit");
        assertThat(held(verdict.member(), "bandwidth")).isEqualTo("fast");
        assertThat(verdict.changes())
                .allSatisfy(change -> assertThat(change.why()).isEqualTo(Why.CONDITIONS_MET));
    }

    @Test
    void anOldScoreOrTheSameChangesNothing() {
        Member member =
                judge.judge(Member.UNKNOWN, score(5, 650, 0), START, true).member();

        assertThat(judge.judge(member, score(5, 350, 0), START, true))
                .isEqualTo(new Verdict(member, java.util.List.of()));
        assertThat(judge.judge(member, score(4, 900, 0), START, true))
                .isEqualTo(new Verdict(member, java.util.List.of()));
    }

    @Test
    void daysEarnATierWithoutANewScore() {
        Member member =
                judge.judge(Member.UNKNOWN, score(1, 640, 60), START, true).member();
        assertThat(held(member, "fast-track")).isEqualTo("baseline");

        Verdict later = judge.judge(member, START.plus(Duration.ofDays(30)), true);

        assertThat(held(later.member(), "fast-track")).isEqualTo("priority");
    }

    @Test
    void aFirstRecordOfTodayIsADayOldTomorrowAndNoRecordNever() {
        LocalDate today = LocalDate.ofInstant(START, ZoneOffset.UTC);
        Member begun = judge.judge(Member.UNKNOWN, score(1, 640, 0, today), START, true)
                .member();
        Member idle =
                judge.judge(Member.UNKNOWN, score(1, 640, 0, null), START, true).member();

        assertThat(tenure(begun, START)).isZero();
        assertThat(tenure(begun, START.plus(Duration.ofDays(1)))).isEqualTo(1);
        assertThat(tenure(idle, START.plus(Duration.ofDays(1)))).isZero();
        Instant later = START.plus(Duration.ofDays(90));
        assertThat(held(judge.judge(begun, later, true).member(), "fast-track")).isEqualTo("priority");
        assertThat(held(judge.judge(idle, later, true).member(), "fast-track")).isEqualTo("baseline");
    }

    @Test
    void theDayOfTheFirstRecordHoldsWhereTheTenureIsOfTheDayBefore() {
        LocalDate first = LocalDate.ofInstant(START, ZoneOffset.UTC).minusDays(61);
        Member member = judge.judge(Member.UNKNOWN, score(1, 640, 60, first), START, true)
                .member();

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
        Member member =
                judge.judge(Member.UNKNOWN, score(1, 650, 0), START, true).member();

        Verdict announced = judge.judge(member, score(2, 400, 0), START.plusSeconds(1), true);
        assertThat(announced.changes()).isNotEmpty().allMatch(Change::told);
        assertThat(held(announced.member(), "car-hire")).isEqualTo("no-deposit");

        Verdict again = judge.judge(announced.member(), score(3, 401, 0), START.plusSeconds(2), true);
        assertThat(again.changes()).isEmpty();

        Verdict taken = judge.judge(again.member(), START.plus(Duration.ofDays(15)), true);
        assertThat(taken.changes()).hasSameSizeAs(announced.changes());
        assertThat(held(taken.member(), "car-hire")).isEqualTo("baseline");
        assertThat(judge.judge(taken.member(), START.plus(Duration.ofDays(16)), true)
                        .changes())
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
                Member before = judge.judge(member, now, true).member();
                member = judge.judge(before, score(sequence, random.nextInt(350, 951), random.nextInt(400)), now, true)
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

    @Test
    void whileARecordIsContestedNothingIsTakenAndWhatIsEarnedIsGranted() {
        Member loses = judge.judge(earned(), score(2, 400, 0), START.plusSeconds(1), true)
                .member();
        Instant end = START.plus(Duration.ofDays(15));
        Member contests = loses.with("d-1", new Dispute(true, START.plus(Duration.ofDays(20))));

        Verdict frozen = judge.judge(contests, end, true);

        assertThat(frozen.changes()).isEmpty();
        assertThat(held(frozen.member(), "car-hire")).isEqualTo("no-deposit");
        assertThat(held(
                        judge.judge(frozen.member(), score(3, 700, 90), end, true)
                                .member(),
                        "fast-track"))
                .as("good news")
                .isEqualTo("priority");
        assertThat(held(judge.judge(loses, end, true).member(), "car-hire"))
                .as("without a dispute")
                .isEqualTo("baseline");
        Member decided = frozen.member().with("d-1", Dispute.of(dispute(DisputeEvent.State.REJECTED, end)));
        assertThat(held(judge.judge(decided, end, true).member(), "car-hire"))
                .as("decided")
                .isEqualTo("baseline");
        assertThat(held(
                        judge.judge(frozen.member(), START.plus(Duration.ofDays(20)), true)
                                .member(),
                        "car-hire"))
                .as("contested for too long")
                .isEqualTo("baseline");
    }

    @Test
    void howeverManyDisputesFollowOneAnotherAnEndWaitsThirtyDays() {
        Member member = judge.judge(earned(), score(2, 400, 0), START, true).member();
        Instant now = START;
        for (int day = 0; day < 14 + 30; day++) {
            now = START.plus(Duration.ofDays(day));
            member = member.with("d-" + day, new Dispute(true, now.plus(Duration.ofDays(30))));
            member = judge.judge(member, now, true).member();
            assertThat(held(member, "car-hire")).as("day %d", day).isEqualTo("no-deposit");
        }

        assertThat(held(judge.judge(member, now.plus(Duration.ofDays(1)), true).member(), "car-hire"))
                .isEqualTo("baseline");
    }

    @Test
    void eachOfSeveralEndsWaitsThirtyDaysByItself() {
        Member member = judge.judge(Member.UNKNOWN, score(1, 750, 0), START, true)
                .member()
                .with("d-1", new Dispute(true, day(43)))
                .with("d-2", new Dispute(true, day(70)));
        member = judge.judge(member, score(2, 650, 0), START, true).member();
        member = judge.judge(member, score(3, 400, 0), day(10), true).member();

        for (int day = 11; day <= 60; day++) {
            member = judge.judge(member, day(day), true).member();
            assertThat(held(member, "bandwidth"))
                    .as("day %d", day)
                    .isEqualTo(day < 14 + 30 ? "fastest" : day < 24 + 30 ? "fast" : "baseline");
        }
    }

    @Test
    void whenADisputeIsDecidedEachPerkIsJudgedByItsOwnEnd() {
        Member contests = judge.judge(earned(), fall(), START, true).member().with("d-1", new Dispute(true, day(30)));
        Member frozen = judge.judge(contests, day(20), true).member();
        assertThat(frozen).isEqualTo(contests);

        Member decided = frozen.with("d-1", Dispute.of(dispute(DisputeEvent.State.REJECTED, day(20))));

        Member at20 = judge.judge(decided, day(20).plusSeconds(1), true).member();
        assertThat(held(at20, "car-hire")).isEqualTo("baseline");
        assertThat(privilege(at20, "car-hire").since())
                .as("what was kept back until then was held until then")
                .isEqualTo(day(20));
        assertThat(held(at20, "personal-loan")).isNotEqualTo("baseline");
        Member at30 = judge.judge(at20, day(30), true).member();
        assertThat(held(at30, "personal-loan")).isEqualTo("baseline");
        assertThat(privilege(at30, "personal-loan").since()).isEqualTo(day(28));
    }

    @Test
    void whatIsUpheldTakesNothingBeforeItsScoreIsThereAndThenIsAsIfNothingHadBeen() {
        Member before = earned();
        Member contests =
                judge.judge(before, score(2, 400, 0), START, true).member().with("d-1", new Dispute(true, day(40)));
        Member upheld = contests.with("d-1", Dispute.of(dispute(DisputeEvent.State.UPHELD, day(35))));

        Member meanwhile = judge.judge(upheld, day(35).plusSeconds(60), true).member();
        assertThat(meanwhile.privileges()).isEqualTo(contests.privileges());
        assertThat(judge.judge(meanwhile, score(3, 650, 0), day(35).plusSeconds(61), true)
                        .member()
                        .privileges())
                .isEqualTo(before.privileges());
        assertThat(held(judge.judge(meanwhile, day(36), true).member(), "car-hire"))
                .as("the score stayed as it was")
                .isEqualTo("baseline");
    }

    @Test
    void howLongAnEndIsHeldBackIsSaidOfEachByItself() {
        Member member = judge.judge(earned(), fall(), START, true).member();
        Member contests = member.with("d-1", new Dispute(true, day(35)));
        Privilege.Ending car = (Privilege.Ending) privilege(contests, "car-hire");
        Privilege.Ending loan = (Privilege.Ending) privilege(contests, "personal-loan");

        assertThat(Freeze.of(contests, true).keepsUntil(car, day(1))).isEqualTo(day(35));
        assertThat(Freeze.of(contests.with("d-2", new Dispute(true, day(90))), true)
                        .keepsUntil(car, day(1)))
                .as("thirty days at most")
                .isEqualTo(day(14 + 30));
        assertThat(Freeze.of(member.with("d-1", new Dispute(true, day(20))), true)
                        .keepsUntil(loan, day(1)))
                .as("frozen no longer when it comes")
                .isNull();
        assertThat(Freeze.of(contests, true).keepsUntil(car, day(35)))
                .as("no longer")
                .isNull();
        assertThat(Freeze.of(member, true).keepsUntil(car, day(1)))
                .as("not contested")
                .isNull();
    }

    @Test
    void whileNobodyKnowsWhatIsContestedNothingIsTaken() {
        Member loses = judge.judge(earned(), score(2, 400, 0), START, true).member();
        Instant late = START.plus(Duration.ofDays(400));

        Verdict unheard = judge.judge(loses, late, false);

        assertThat(held(unheard.member(), "car-hire")).isEqualTo("no-deposit");
        assertThat(held(judge.judge(unheard.member(), late, true).member(), "car-hire"))
                .isEqualTo("baseline");
    }

    @Test
    void aPerkWithoutGraceIsKeptWhileContestedToo() {
        PerkPolicy graceless = PerkPolicyReader.read(
                "graceless",
                Policies.text("/policies/community.yaml").replaceAll("(?m)^( *)grace: .*$", "$1grace: PT0S"));
        Judge strict = new Judge(graceless);
        Dispute dispute = new Dispute(true, START.plus(Duration.ofDays(60)));
        Member member =
                strict.judge(Member.UNKNOWN, score(1, 650, 0), START, true).member();

        assertThat(held(strict.judge(member, score(2, 400, 0), START, true).member(), "car-hire"))
                .isEqualTo("baseline");
        Member contests = strict.judge(member.with("d-1", dispute), score(2, 400, 0), START, true)
                .member();
        assertThat(held(contests, "car-hire")).isEqualTo("no-deposit");
        assertThat(held(
                        strict.judge(contests, START.plus(Duration.ofDays(29)), true)
                                .member(),
                        "car-hire"))
                .isEqualTo("no-deposit");
        assertThat(held(
                        strict.judge(contests, START.plus(Duration.ofDays(31)), true)
                                .member(),
                        "car-hire"))
                .isEqualTo("baseline");
    }

    @Test
    void whatIsDecidedStaysDecidedInAnyOrder() {
        Dispute open = new Dispute(true, START);
        Member contests = Member.UNKNOWN.with("d-1", open);

        assertThat(contests.with("d-1", open)).isSameAs(contests);
        Member decided = contests.with("d-1", new Dispute(false, START));
        assertThat(decided).isNotEqualTo(contests);
        assertThat(decided.with("d-1", open)).isSameAs(decided);
    }

    private Member earned() {
        return judge.judge(Member.UNKNOWN, score(1, 650, 0), START, true).member();
    }

    private String held(Member member, String perk) {
        return Objects.requireNonNull(policy.perk(perk))
                .tier(privilege(member, perk).tier())
                .name();
    }

    private Privilege privilege(Member member, String perk) {
        return member.privileges().get(Objects.requireNonNull(policy.perk(perk)).index());
    }

    private static Instant day(int number) {
        return START.plus(Duration.ofDays(number));
    }

    private static DisputeEvent dispute(DisputeEvent.State state, Instant at) {
        return new DisputeEvent(
                1,
                "d-1",
                new MemberId("m-1"),
                new PartnerId("acme"),
                "r-1",
                "not-mine",
                state,
                at.minus(Duration.ofDays(5)),
                at.plus(Duration.ofDays(25)),
                at);
    }

    /** As releases said it that did not say the day of the first record. */
    private static ScoreEvent score(long sequence, int points, int tenureDays) {
        return score(sequence, points, tenureDays, null);
    }

    /** So far that credit ends, too. */
    private static ScoreEvent fall() {
        return score(2, 400, 0, null, Band.POOR);
    }

    private static ScoreEvent score(long sequence, int points, int tenureDays, @Nullable LocalDate firstRecordOn) {
        return score(sequence, points, tenureDays, firstRecordOn, Band.GOOD);
    }

    private static ScoreEvent score(
            long sequence, int points, int tenureDays, @Nullable LocalDate firstRecordOn, Band band) {
        return new ScoreEvent(
                1,
                new MemberId("m-1"),
                sequence,
                points,
                band,
                points,
                band,
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
