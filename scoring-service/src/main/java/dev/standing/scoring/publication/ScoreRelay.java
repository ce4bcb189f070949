package dev.standing.scoring.publication;

import dev.standing.contracts.event.ScoreEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.delivery.Journal;
import dev.standing.delivery.Message;
import dev.standing.delivery.Pace;
import dev.standing.delivery.Publisher;
import dev.standing.delivery.Relay;
import dev.standing.scoring.policy.Policies;
import dev.standing.scoring.scorecard.Scorecard;
import dev.standing.scoring.scorecard.document.PublishedScorecard;
import dev.standing.scoring.setup.ScoringConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The journal's way out, on every instance: the row of its position sees to it that one publishes at a time. */
final class ScoreRelay {
    @Produces
    @Singleton
    @Startup
    Relay relay(
            Pool pool,
            Publisher publisher,
            ScoringConfig config,
            Policies policies,
            MeterRegistry registry,
            InstantSource clock) {
        Journal journal =
                new Journal("scoring", "score_journal", Topics.SCORES, "as_of", "*", row -> message(row, policies));
        return Relay.start(journal, pool, publisher, Pace.usual(config.patience()), registry, clock);
    }

    void stop(@Observes ShutdownEvent event, Relay relay) {
        relay.close();
    }

    private static Message message(Row row, Policies policies) {
        ScoreEvent event = ScoreJournal.event(row, id -> scorecard(policies.scorecard(id)));
        return new Message(Topics.SCORES, event.member().value(), event, row.getString("trace"));
    }

    private static @Nullable Scorecard scorecard(@Nullable PublishedScorecard published) {
        return published == null ? null : published.scorecard();
    }
}
