package dev.standing.scoring.publication;

import dev.standing.contracts.event.ScoreEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.delivery.Journal;
import dev.standing.delivery.Message;
import dev.standing.delivery.Pace;
import dev.standing.delivery.Publisher;
import dev.standing.delivery.Relay;
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

/** The journal's way out, on every instance: the row of its position sees to it that one publishes at a time. */
final class ScoreRelay {
    private static final Journal JOURNAL =
            new Journal("scoring", "score_journal", Topics.SCORES, "as_of", "*", ScoreRelay::message);

    @Produces
    @Singleton
    @Startup
    Relay relay(Pool pool, Publisher publisher, ScoringConfig config, MeterRegistry registry, InstantSource clock) {
        return Relay.start(JOURNAL, pool, publisher, Pace.usual(config.patience()), registry, clock);
    }

    void stop(@Observes ShutdownEvent event, Relay relay) {
        relay.close();
    }

    private static Message message(Row row) {
        ScoreEvent event = ScoreJournal.event(row);
        return new Message(Topics.SCORES, event.member().value(), event, row.getString("trace"));
    }
}
