package dev.standing.scoring.pipeline;

import dev.standing.database.Session;
import dev.standing.scoring.activity.Activity;
import dev.standing.scoring.community.Community;
import dev.standing.scoring.community.Member;
import dev.standing.scoring.pipeline.Touched.Touch;
import dev.standing.scoring.scorecard.Evaluation;
import dev.standing.scoring.scorecard.Reading;
import dev.standing.scoring.scorecard.Scorecard;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Third step: everybody touched is read anew by the scorecard. Who reads otherwise than before is kept, with the cause; the
 * engine has heard of their bases when this is there.
 */
final class Evaluated {
    private final Map<Member, Touch> moved = new LinkedHashMap<>();
    private final Map<Member, Reading> readings = new LinkedHashMap<>();
    private int baseChanges;

    private Evaluated() {}

    /**
     * Evaluates.
     *
     * @param counted what counts of the activity of each of them, by name
     */
    static Evaluated of(
            Touched touched, Map<String, Activity> counted, Scorecard scorecard, int asOfDay, Community community) {
        Evaluated evaluated = new Evaluated();
        Activity none = new Activity();
        touched.forEach((member, touch) -> {
            int before = member.base();
            Activity activity = counted.getOrDefault(member.name(), none);
            Evaluation evaluation = scorecard.evaluate(activity, asOfDay);
            boolean moved = community.take(member, evaluation, asOfDay);
            if (member.isKnown()) {
                evaluated.readings.put(member, Reading.of(evaluation, asOfDay));
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

    /** Writes what was measured, for those who ask, and forgets it. */
    void saveReadings(Session session, Scorecard scorecard) {
        ReadingStore.save(session, readings, scorecard.id());
        readings.clear();
    }

    int baseChanges() {
        return baseChanges;
    }
}
