package dev.standing.privileges.relay;

import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.PrivilegeEvent;
import dev.standing.contracts.event.Topics;
import dev.standing.contracts.identity.MemberId;
import dev.standing.delivery.Journal;
import dev.standing.delivery.Message;
import dev.standing.delivery.Pace;
import dev.standing.delivery.Publisher;
import dev.standing.delivery.Relay;
import dev.standing.privileges.setup.PrivilegesConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;

/** Tells {@code standing.privileges} of every change, under the member as its key. */
final class PrivilegeRelay {
    private static final Journal JOURNAL = new Journal(
            "privileges",
            "privilege_journal",
            Topics.PRIVILEGES,
            "at",
            "member, perk, tier, since, until, why",
            PrivilegeRelay::message);

    @Produces
    @Singleton
    @Startup
    Relay relay(Pool pool, Publisher publisher, PrivilegesConfig config, MeterRegistry registry, Clock clock) {
        return Relay.start(JOURNAL, pool, publisher, Pace.usual(config.patience()), registry, clock);
    }

    void stop(@Observes ShutdownEvent event, Relay relay) {
        relay.close();
    }

    private static Message message(Row row) {
        OffsetDateTime until = row.getOffsetDateTime(6);
        PrivilegeEvent event = new PrivilegeEvent(
                Event.CURRENT_VERSION,
                new MemberId(row.getString(2)),
                row.getLong(0),
                row.getString(3),
                row.getString(4),
                row.getOffsetDateTime(5).toInstant(),
                until == null ? null : until.toInstant(),
                row.getString(7),
                row.getOffsetDateTime(1).toInstant());
        return new Message(Topics.PRIVILEGES, event.member().value(), event);
    }
}
