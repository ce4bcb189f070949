package dev.standing.scoring.loop;

import dev.standing.database.Session;
import dev.standing.scoring.activity.Activity;
import dev.standing.scoring.activity.ActivityStore;
import dev.standing.scoring.member.Cause;
import dev.standing.scoring.member.Community;
import dev.standing.scoring.member.ConsentStore;
import dev.standing.scoring.member.Member;
import dev.standing.scoring.member.MemberStore;
import dev.standing.scoring.member.ScoreChange;
import dev.standing.scoring.publication.ScoreJournal;
import dev.standing.scoring.scorecard.Scorecard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads everybody's activity anew as of a day: as days pass windows move, and a scorecard may be another. One transaction,
 * so that all bases stand as of the same day at any time; memory is bounded by a page of members.
 */
final class Reevaluation {
    private static final int PAGE = 1_000;

    private final Session session;
    private final Scorecard scorecard;
    private final Runnable alive;

    Reevaluation(Session session, Scorecard scorecard, Runnable alive) {
        this.session = session;
        this.scorecard = scorecard;
        this.alive = alive;
    }

    /**
     * What came of it.
     *
     * @param changed scores published
     */
    record Outcome(Memory memory, int members, int changed) {}

    Outcome run(Memory memory, int day, Instant now) {
        Community community = memory.community();
        Cause cause = memory.scorecard().equals(scorecard.id()) ? Cause.TIME : Cause.SCORECARD;
        List<Member> everybody = new ArrayList<>(community.members());
        for (int from = 0; from < everybody.size(); from += PAGE) {
            evaluate(community, everybody.subList(from, Math.min(everybody.size(), from + PAGE)), cause, day, now);
            alive.run();
        }
        community.engine().advanceTo(day);
        List<ScoreChange> changes = community.settle(everybody, now);
        MemberStore.save(session, community.takeUnsaved(), scorecard.id(), now);
        ScoreJournal.append(session, changes, scorecard, day, now);
        session.run("update evaluation set day = $1, scorecard = $2", day, scorecard.id());
        return new Outcome(memory.asOf(day, scorecard.id()), everybody.size(), changes.size());
    }

    private void evaluate(Community community, Collection<Member> members, Cause cause, int day, Instant now) {
        List<String> names = members.stream().map(Member::name).toList();
        Map<String, Activity> activities = ActivityStore.load(session, names);
        Map<String, Set<String>> partners = ConsentStore.partnersOf(session, names);
        for (Member member : members) {
            CountedActivity activity = new CountedActivity(
                    activities.getOrDefault(member.name(), new Activity()),
                    partners.getOrDefault(member.name(), Set.of()));
            member.touchedBy(cause, now);
            community.take(member, scorecard.evaluate(activity.counted(), day), day);
        }
    }
}
