package dev.standing.database;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.flywaydb.core.Flyway;

/** The schema of the service that this is part of, brought up to date as soon as there is a database. Started is who has it. */
@Singleton
final class Schema {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Before whatever reads tables. */
    private static final int FIRST = 1;

    @Produces
    @Singleton
    Migration migration(
            Flyway flyway,
            Pool pool,
            Instance<Editions> editions,
            @ConfigProperty(name = "standing.database.migrate-at-start") boolean migrates) {
        return Migration.of(new KnownSchema(flyway, migrates), editions.stream().toList(), pool, PAUSE);
    }

    /** When it is made already: whoever asks for it meanwhile would wait until it is, on the very thread that the database answers on. */
    void start(@Observes @Priority(FIRST) StartupEvent event, Migration migration) {
        migration.start();
    }

    void stop(@Observes ShutdownEvent event, Migration migration) {
        migration.close();
    }

    @Produces
    @Singleton
    @org.eclipse.microprofile.health.Startup
    HealthCheck started(Migration migration) {
        return () ->
                HealthCheckResponse.named("schema").status(migration.isDone()).build();
    }
}
