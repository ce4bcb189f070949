package dev.standing.scoring.loop;

import dev.standing.delivery.Session;
import dev.standing.influence.InfluenceEngine;
import dev.standing.influence.input.Places;
import dev.standing.scoring.ScoringConfig;
import dev.standing.scoring.activity.Activity;
import dev.standing.scoring.member.Community;
import dev.standing.scoring.member.ConsentStore;
import dev.standing.scoring.member.MemberStore;
import dev.standing.scoring.member.TieStore;
import dev.standing.scoring.policy.Policies;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import java.nio.charset.StandardCharsets;

/**
 * What the loop holds in memory. All of it can be read again from the database, and is after every failure.
 *
 * @param community everybody
 * @param cache activity of those active lately
 * @param asOfDay the day as of which all bases stand; days since 1970-01-01, UTC
 * @param scorecard by which they stand
 */
record Memory(Community community, ActivityCache cache, int asOfDay, String scorecard) {

    Memory asOf(int day, String otherScorecard) {
        return new Memory(community, cache, day, otherScorecard);
    }

    /** Reads everything; {@code alive} is called now and then. */
    static Memory load(Session session, Policies policies, ScoringConfig config, int today, Runnable alive) {
        int asOfDay = today;
        String scorecard = policies.scorecard().id();
        RowIterator<Row> evaluation =
                session.run("select day, scorecard from evaluation").iterator();
        if (evaluation.hasNext()) {
            Row row = evaluation.next();
            asOfDay = row.getInteger(0);
            scorecard = row.getString(1);
        } else {
            session.run("insert into evaluation (day, scorecard) values ($1, $2)", asOfDay, scorecard);
        }
        InfluenceEngine engine = InfluenceEngine.create(policies.influence(), config.influenceErrorInPoints(), asOfDay);
        Places places = new Places(config.stepsKey().getBytes(StandardCharsets.UTF_8));
        int neutral = policies.scorecard().evaluate(new Activity(), asOfDay).base();
        Community community = new Community(engine, places, neutral);
        MemberStore.load(session, community, alive);
        ConsentStore.load(session, community, alive);
        TieStore.load(session, community, asOfDay - policies.influence().tieMemoryDays(), alive);
        return new Memory(community, new ActivityCache(config.cachedDays()), asOfDay, scorecard);
    }
}
