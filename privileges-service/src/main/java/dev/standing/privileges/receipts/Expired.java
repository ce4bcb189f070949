package dev.standing.privileges.receipts;

import dev.standing.database.Fault;
import dev.standing.database.Migration;
import dev.standing.database.Pruning;
import dev.standing.database.Session;
import dev.standing.privileges.setup.PrivilegesConfig;
import io.quarkus.scheduler.Scheduled;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Deletes receipts a day after they have expired, by the database's clock: then nobody takes them any more, whatever their clock says, and
 * their places may be another's. Every process does so: what one has deleted, another does not find.
 */
@Singleton
class Expired {
    private static final Logger LOG = Logger.getLogger(Expired.class);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final String DELETE = """
            delete from privileges.receipt where id in (
                select id from privileges.receipt where expires_at < now() - $1 * interval '1 second' limit $2)
            """;

    private final Pool pool;
    private final Migration migration;
    private final PrivilegesConfig service;

    Expired(Pool pool, Migration migration, PrivilegesConfig service) {
        this.pool = pool;
        this.migration = migration;
        this.service = service;
    }

    @Scheduled(
            identity = "receipts-expired",
            every = "1h",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void delete() {
        if (!migration.isDone()) {
            return;
        }
        try (Session session = Session.open(pool, service.patience())) {
            Pruning.run(session, DELETE, (double) KEPT.toSeconds());
        } catch (RuntimeException e) {
            LOG.warnf("Expired receipts are not deleted now, and will be in an hour: %s", Fault.text(e));
        }
    }
}
