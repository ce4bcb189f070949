package dev.standing.scoring.pipeline;

import dev.standing.contracts.event.RecordEvent;
import dev.standing.database.Session;
import dev.standing.scoring.activity.Activity;
import dev.standing.scoring.activity.RecordCount;
import dev.standing.scoring.community.Community;
import dev.standing.scoring.scorecard.Scorecard;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What one batch does to everybody's scores, to be run inside one transaction. */
public final class Scoring {
    private final Session session;
    private final Memory memory;
    private final Scorecard scorecard;
    private final Instant now;

    /** Scores as of the memory's day. */
    public Scoring(Session session, Memory memory, Scorecard scorecard, Instant now) {
        this.session = session;
        this.memory = memory;
        this.scorecard = scorecard;
        this.now = now;
    }

    /**
     * What came of a batch.
     *
     * @param effective record events that had an effect
     */
    public record Outcome(List<RecordEvent> effective, int baseChanges, int published) {}

    public Outcome apply(Batch batch, RecordCount count) {
        Community community = memory.community();
        memory.figures().apply(session, batch.figures());
        News news = News.of(batch, session, count);
        Touched touched = Touched.by(news, community);
        Evaluated evaluated = Evaluated.of(touched, counted(news, touched), scorecard, community);
        Settled settled = Settled.of(evaluated, news.since(now), community);
        Map<String, String> traces = memory.traces().with(batch.traces(), settled.changes(), community);
        int published = settled.write(session, scorecard.bands(), community.basis(), now, traces);
        return new Outcome(news.records().events(), evaluated.baseChanges(), published);
    }

    private Map<String, Activity> counted(News news, Touched touched) {
        return memory.activities().after(session, news.records().deltas(), news.consents(), touched.names());
    }
}
