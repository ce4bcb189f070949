package dev.standing.privileges.decisions;

import dev.standing.database.Fault;
import dev.standing.database.Migration;
import dev.standing.database.Pruning;
import dev.standing.database.Session;
import dev.standing.privileges.setup.PrivilegesConfig;
import io.quarkus.scheduler.Scheduled;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Deletes decisions that are older than they are to be kept, by the database's clock, some at a time. Every process does so: what one
 * has deleted, another does not find.
 */
@Singleton
class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final String DELETE = """
            delete from privileges.decision where id in (
                select id from privileges.decision where at < now() - make_interval(months => $1) limit $2)
            """;

    private final Pool pool;
    private final Migration migration;
    private final DecisionsConfig config;
    private final PrivilegesConfig service;

    Retention(Pool pool, Migration migration, DecisionsConfig config, PrivilegesConfig service) {
        this.pool = pool;
        this.migration = migration;
        this.config = config;
        this.service = service;
    }

    @Scheduled(
            identity = "decisions-retention",
            every = "1h",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deleteOld() {
        if (!migration.isDone()) {
            return;
        }
        try (Session session = Session.open(pool, service.patience())) {
            Pruning.run(session, DELETE, config.keptMonths());
        } catch (RuntimeException e) {
            LOG.warnf("Old decisions are not deleted now, and will be in an hour: %s", Fault.text(e));
        }
    }
}
