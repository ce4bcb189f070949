package dev.standing.scoring.pipeline;

import dev.standing.database.Session;
import dev.standing.influence.InfluenceEngine;
import dev.standing.influence.input.Places;
import dev.standing.scoring.activity.Activity;
import dev.standing.scoring.activity.CountedActivities;
import dev.standing.scoring.community.Community;
import dev.standing.scoring.community.Feeder;
import dev.standing.scoring.policy.Policies;
import dev.standing.scoring.setup.ScoringConfig;
import java.nio.charset.StandardCharsets;

/**
 * What the one writer holds in memory. All of it can be read again from the database, and is after every failure.
 *
 * @param community everybody
 * @param activities activity of those active lately
 * @param basis what all scores stand on
 */
public record Memory(Community community, CountedActivities activities, Basis basis) {

    Memory on(Basis other) {
        return new Memory(community, activities, other);
    }

    /** The day as of which all scores stand; days since 1970-01-01, UTC. */
    public int asOfDay() {
        return basis.day();
    }

    /** Whether all scores stand on that scorecard. */
    public boolean isBy(String scorecard) {
        return basis.scorecard().equals(scorecard);
    }

    /** Reads everything; {@code progress} is called now and then. */
    public static Memory load(Session session, Policies policies, ScoringConfig config, int today, Runnable progress) {
        return session.transaction(() -> {
            Basis basis = BasisStore.readOrWrite(
                    session, new Basis(today, policies.scorecard().id()));
            InfluenceEngine engine =
                    InfluenceEngine.create(policies.influence(), config.influenceErrorInPoints(), basis.day());
            Places places = new Places(config.stepsKey().getBytes(StandardCharsets.UTF_8));
            int neutral =
                    policies.scorecard().evaluate(new Activity(), basis.day()).base();
            Community community = new Community(engine, places, neutral);
            new Feeder(community)
                    .load(session, basis.day() - policies.influence().tieMemoryDays(), progress);
            return new Memory(community, new CountedActivities(config.cachedDays()), basis);
        });
    }
}
