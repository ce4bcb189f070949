package dev.standing.scoring.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.consent.Purpose;
import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.TieEvent;
import dev.standing.contracts.identity.MemberId;
import dev.standing.influence.InfluenceEngine;
import dev.standing.influence.input.Places;
import dev.standing.influence.policy.InfluencePolicy;
import dev.standing.scoring.activity.Activity;
import dev.standing.scoring.activity.SeriesKey;
import dev.standing.scoring.community.Basis;
import dev.standing.scoring.community.Community;
import dev.standing.scoring.community.Feeder;
import dev.standing.scoring.community.Member;
import dev.standing.scoring.pipeline.Touched.Touch;
import dev.standing.scoring.publication.Cause;
import dev.standing.scoring.publication.ScoreChange;
import dev.standing.scoring.scorecard.Scorecard;
import dev.standing.scoring.scorecard.document.Scorecards;
import dev.standing.scoring.ties.TieChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The pipeline from its second step to its fourth, which need no database. */
class SettledTest {
    private static final int DAY = 20_000;
    private static final Instant AT = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant FIRST_OF_BATCH = AT.minusSeconds(1);

    private final Scorecard scorecard = Scorecards.community().scorecard();
    private final int neutral = scorecard.evaluate(new Activity(), DAY).base();
    private final Community community = new Community(
            InfluenceEngine.create(
                    InfluencePolicy.boostOnly().withMinimumTies(1).withFriendsHearInSteps(0), 0.01, DAY),
            new Places(new byte[] {1}),
            neutral,
            Basis.of(DAY, scorecard, Set.of()));
    private final Member ada = community.join("ada");
    private final Member bo = community.join("bo");

    private List<ScoreChange> settle(Cause cause, Member member, Activity activity) {
        return Settled.of(evaluate(cause, member, activity), FIRST_OF_BATCH, community)
                .changes();
    }

    private Evaluated evaluate(Cause cause, Member member, Activity activity) {
        Touched touched = Touched.by(any -> new Touch(cause, AT), List.of(member));
        return Evaluated.of(touched, Map.of(member.name(), activity), scorecard, community);
    }

    private static Activity rentPaid() {
        Activity activity = new Activity();
        for (int i = 0; i < 24; i++) {
            activity.add(new SeriesKey("acme", "rent.paid", "other", "USD"), DAY - i * 30, 1, 50_000);
        }
        return activity;
    }

    private void becomeFriends() {
        Feeder feeder = new Feeder(community);
        for (Member member : List.of(ada, bo)) {
            member.becomeKnown();
            feeder.tell(new ConsentEvent(
                    Event.CURRENT_VERSION, new MemberId(member.name()), Purpose.SOCIAL, null, true, 1, AT));
        }
        TieEvent tie = new TieEvent(
                Event.CURRENT_VERSION, new MemberId("ada"), new MemberId("bo"), TieEvent.State.ACTIVE, 1, 1, AT);
        feeder.tell(new TieChange(tie, false));
    }

    @Test
    void whoeverMovesByTheirOwnRecordsHasTheirCauseAndFriendsHaveInfluence() {
        becomeFriends();

        List<ScoreChange> changes = settle(Cause.RECORD, ada, rentPaid());

        assertThat(changes).extracting(ScoreChange::member).containsExactly("ada", "bo");
        assertThat(changes).extracting(ScoreChange::cause).containsExactly(Cause.RECORD, Cause.INFLUENCE);
        assertThat(changes).extracting(ScoreChange::causeAt).containsExactly(AT, FIRST_OF_BATCH);
        assertThat(changes.getLast().base())
                .isEqualTo(neutral)
                .isLessThan(changes.getLast().score());
    }

    @Test
    void whoReadsAsBeforeIsNotPublishedAgain() {
        becomeFriends();
        settle(Cause.RECORD, ada, rentPaid());

        assertThat(settle(Cause.RETRACTION, ada, rentPaid())).isEmpty();
    }

    @Test
    void eachStandsOnWhatTheyWereReadByAlthoughAnotherBasisHolds() {
        becomeFriends();
        settle(Cause.RECORD, ada, rentPaid());
        Activity late = new Activity();
        late.add(new SeriesKey("acme", "payment.late", "other", "USD"), DAY - 10, 1, 50_000);
        settle(Cause.RECORD, bo, late);
        Basis first = community.basis();
        Basis next = new Basis(DAY + 1_000, "other/1", "");
        community.moveTo(next, Set.of());

        List<ScoreChange> changes = settle(Cause.TIME, ada, rentPaid());

        assertThat(ada.standsOn(next)).isTrue();
        assertThat(bo.standsOn(next)).isFalse();
        assertThat(bo.standsOn(new Basis(DAY + 20, first.scorecard(), ""))).isTrue();
        assertThat(changes).extracting(ScoreChange::member).containsExactly("ada", "bo");
        assertThat(changes).extracting(ScoreChange::scorecard).containsExactly("other/1", scorecard.id());
        assertThat(changes)
                .extracting(ScoreChange::tenureInDays)
                .as("days since the first record, of each on their day: the last before nothing is recent any more")
                .containsExactly(690 + 1_000, 30);
        assertThat(changes).extracting(ScoreChange::firstDay).containsExactly(DAY - 690, DAY - 10);
    }

    @Test
    void whoReadsTheSameOnAnotherDayStandsOnIt() {
        ada.becomeKnown();
        settle(Cause.RECORD, ada, new Activity());
        community.moveTo(Basis.of(DAY + 1, scorecard, Set.of()), Set.of());

        Evaluated evaluated = evaluate(Cause.TIME, ada, new Activity());

        assertThat(evaluated.moved()).isEmpty();
        assertThat(evaluated.rebased()).containsExactly(ada);
    }

    @Test
    void nothingIsPublishedOfWhomNobodyKnows() {
        assertThat(settle(Cause.RECORD, ada, rentPaid())).isEmpty();

        ada.becomeKnown();

        assertThat(settle(Cause.RECORD, ada, new Activity())).hasSize(1);
    }
}
