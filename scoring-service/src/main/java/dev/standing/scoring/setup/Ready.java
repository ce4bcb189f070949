package dev.standing.scoring.setup;

import dev.standing.database.DatabaseHealth;
import dev.standing.database.Migration;
import io.smallrye.health.api.AsyncHealthCheck;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.Readiness;

/** Ready is who can read scores, be it the leader or not; until the schema is there every score is 503. */
final class Ready {
    private Ready() {}

    @Produces
    @Singleton
    @Readiness
    static AsyncHealthCheck ready(Pool pool, Migration migration) {
        return DatabaseHealth.readiness(pool, migration);
    }
}
