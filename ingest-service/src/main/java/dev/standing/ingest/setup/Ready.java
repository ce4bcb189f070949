package dev.standing.ingest.setup;

import dev.standing.database.DatabaseHealth;
import dev.standing.database.Migration;
import io.smallrye.health.api.AsyncHealthCheck;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready is who can take a record into the ledger, which needs no broker; until the schema is there every route says 503.
 */
final class Ready {
    private Ready() {}

    @Produces
    @Singleton
    @Readiness
    static AsyncHealthCheck ready(Pool pool, Migration migration) {
        return DatabaseHealth.readiness(pool, migration);
    }
}
