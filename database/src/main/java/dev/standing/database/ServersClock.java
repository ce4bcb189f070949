package dev.standing.database;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The clock of PostgreSQL's machine; tests bring their own. */
@Singleton
@DefaultBean
final class ServersClock implements DatabaseClock {
    @Override
    public Instant now(Session session) {
        return session.run("select clock_timestamp()")
                .iterator()
                .next()
                .getOffsetDateTime(0)
                .toInstant();
    }
}
