package dev.standing.scoring.pipeline;

import dev.standing.scoring.activity.Activity;
import dev.standing.scoring.community.Basis;
import dev.standing.scoring.community.Community;
import dev.standing.scoring.community.Member;
import dev.standing.scoring.pipeline.Touched.Touch;
import dev.standing.scoring.scorecard.Evaluation;
import dev.standing.scoring.scorecard.Outlook;
import dev.standing.scoring.scorecard.Reading;
import dev.standing.scoring.scorecard.Scorecard;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Third step: everybody touched is read anew by the scorecard, and stands on the basis from now on. Who reads otherwise than
 * before is kept, with the cause; the engine has heard of their bases when this is there.
 */
final class Evaluated {
    private final Map<Member, Touch> moved = new LinkedHashMap<>();
    private final Map<Member, Reading> readings = new LinkedHashMap<>();
    private final Set<Member> rebased = new LinkedHashSet<>();
    private int baseChanges;

    private Evaluated() {}

    /** Where no news is about anybody's own activity. */
    static Evaluated nobody() {
        return new Evaluated();
    }

    /**
     * Evaluates.
     *
     * @param counted what counts of the activity of each of them, by name
     */
    static Evaluated of(Touched touched, Map<String, Activity> counted, Scorecard scorecard, Community community) {
        Evaluated evaluated = new Evaluated();
        Activity none = new Activity();
        Basis basis = community.basis();
        Outlook outlook = new Outlook(scorecard);
        touched.forEach((member, touch) -> {
            int before = member.base();
            Activity activity = counted.getOrDefault(member.name(), none);
            int until = outlook.holdsUntil(activity, community.discounted(), basis.day());
            if (!member.wasReadOn(basis, until)) {
                evaluated.rebased.add(member);
            }
            Evaluation evaluation = scorecard.evaluate(activity, community.discounted(), basis.day());
            boolean moved = community.take(member, evaluation, until);
            if (member.isKnown()) {
                evaluated.readings.put(member, Reading.of(evaluation, basis.day()));
            }
            if (moved || touched.isFresh(member)) {
                evaluated.moved.put(member, touch);
            }
            evaluated.baseChanges += member.base() == before ? 0 : 1;
        });
        return evaluated;
    }

    /** Members of whom more than the score is to be published, or at least stored. */
    Map<Member, Touch> moved() {
        return moved;
    }

    /** Members of whom it was another day that they were read on, or another until which that holds. */
    Set<Member> rebased() {
        return rebased;
    }

    /** What was measured, for those who ask. */
    Map<Member, Reading> readings() {
        return readings;
    }

    int baseChanges() {
        return baseChanges;
    }
}
