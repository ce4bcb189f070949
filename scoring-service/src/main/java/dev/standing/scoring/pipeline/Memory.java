package dev.standing.scoring.pipeline;

import dev.standing.database.Session;
import dev.standing.database.Snapshot;
import dev.standing.influence.input.Places;
import dev.standing.scoring.activity.Activity;
import dev.standing.scoring.activity.CountedActivities;
import dev.standing.scoring.community.Basis;
import dev.standing.scoring.community.Community;
import dev.standing.scoring.community.Loader;
import dev.standing.scoring.community.MemberStore;
import dev.standing.scoring.partners.Figures;
import dev.standing.scoring.policy.Policies;
import dev.standing.scoring.scorecard.Scorecard;
import dev.standing.scoring.setup.ScoringConfig;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.sql.DataSource;

/**
 * What the one writer holds in memory. All of it but traces can be read again from the database, and is after every failure.
 *
 * @param community everybody
 * @param activities activity of those active lately
 * @param figures of all partners of whom there are any
 * @param traces of records that wait for their consent
 */
public record Memory(Community community, CountedActivities activities, Figures figures, PendingTraces traces) {

    /** The day as of which activity is read now; days since 1970-01-01, UTC. */
    public int asOfDay() {
        return community.basis().day();
    }

    /** Partners whose evidence is to be discounted, by what is known of them now. */
    public Set<String> discounted(Scorecard scorecard) {
        return scorecard.discounted(figures.byPartner());
    }

    /** Reads everything; {@code progress} is called now and then. */
    public static Memory load(
            Session session,
            DataSource database,
            Policies policies,
            ScoringConfig config,
            int today,
            Runnable progress) {
        Basis basis = session.transaction(
                () -> BasisStore.readOrWrite(session, Basis.of(today, policies.scorecard(), Set.of())));
        if (!BasisStore.keepsUntil(session)) {
            MemberStore.forgetUntil(session, progress);
        }
        int neutral = policies.scorecard().evaluate(new Activity(), basis.day()).base();
        Loader loader = new Loader(neutral, basis, progress);
        try (Snapshot snapshot = Snapshot.open(database, config.patience())) {
            loader.read(snapshot, policies.influence().tieMemoryDays());
        }
        byte[] stepsKey = config.stepsKey().getBytes(StandardCharsets.UTF_8);
        Community community =
                loader.settled(policies.influence(), config.influenceErrorInPoints(), () -> new Places(stepsKey));
        return new Memory(
                community, new CountedActivities(config.cachedDays()), Figures.load(session), new PendingTraces());
    }
}
