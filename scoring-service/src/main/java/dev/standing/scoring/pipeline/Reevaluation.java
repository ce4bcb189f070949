package dev.standing.scoring.pipeline;

import dev.standing.database.Session;
import dev.standing.scoring.activity.Activity;
import dev.standing.scoring.activity.CountedActivities;
import dev.standing.scoring.community.Community;
import dev.standing.scoring.pipeline.Touched.Touch;
import dev.standing.scoring.publication.Cause;
import dev.standing.scoring.scorecard.Scorecard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;

/**
 * Reads everybody's activity anew as of a day: as days pass windows move, and a scorecard may be another. One transaction,
 * so that all bases stand as of the same day at any time; memory is bounded by a page of members.
 */
public final class Reevaluation {
    private static final int PAGE = 1_000;

    private final Session session;
    private final Scorecard scorecard;
    private final Runnable progress;

    /**
     * By that scorecard.
     *
     * @param progress called now and then, so that whoever waits sees that it goes on
     */
    public Reevaluation(Session session, Scorecard scorecard, Runnable progress) {
        this.session = session;
        this.scorecard = scorecard;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param changed scores published
     */
    public record Outcome(Memory memory, int members, int changed) {}

    /** As of a day that is not before the last one's. */
    public Outcome run(Memory memory, int day, Instant now) {
        Community community = memory.community();
        Touch touch = new Touch(memory.isBy(scorecard.id()) ? Cause.TIME : Cause.SCORECARD, now);
        List<Evaluated> evaluated = new ArrayList<>();
        community.members().stream().gather(Gatherers.windowFixed(PAGE)).forEach(page -> {
            Touched touched = Touched.by(touch, page);
            Evaluated part = Evaluated.of(touched, counted(touched), scorecard, day, community);
            part.saveReadings(session, scorecard);
            evaluated.add(part);
            progress.run();
        });
        community.engine().advanceTo(day);
        int changed = Settled.of(evaluated, now, community).write(session, scorecard, day, now);
        Basis basis = new Basis(day, scorecard.id());
        BasisStore.write(session, basis);
        return new Outcome(memory.on(basis), community.members().size(), changed);
    }

    private Map<String, Activity> counted(Touched touched) {
        return CountedActivities.read(session, touched.names());
    }
}
