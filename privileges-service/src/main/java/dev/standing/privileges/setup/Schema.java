package dev.standing.privileges.setup;

import dev.standing.database.DatabaseHealth;
import dev.standing.database.KnownSchema;
import dev.standing.database.Migration;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.flywaydb.core.Flyway;

/** The schema, brought up to date while memory answers already. Started is who has it; ready is who can answer. */
final class Schema {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Before whatever reads tables. */
    private static final int FIRST = 1;

    @Produces
    @Singleton
    @Startup(FIRST)
    Migration migration(
            Flyway flyway, Pool pool, @ConfigProperty(name = "standing.database.migrate-at-start") boolean migrates) {
        return Migration.start(new KnownSchema(flyway, migrates), pool, PAUSE);
    }

    void stop(@Observes ShutdownEvent event, Migration migration) {
        migration.close();
    }

    @Produces
    @Singleton
    @org.eclipse.microprofile.health.Startup
    HealthCheck started(Migration migration) {
        return DatabaseHealth.started(migration);
    }
}
