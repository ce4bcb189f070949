package dev.standing.scoring.scores;

import dev.standing.database.Fault;
import dev.standing.database.Migration;
import dev.standing.database.Pruning;
import dev.standing.database.Session;
import dev.standing.scoring.setup.ScoringConfig;
import io.quarkus.scheduler.Scheduled;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Deletes of what partners were told all that is older than it is to be kept, by the database's clock, some at a time. Every process
 * does so: what one has deleted, another does not find.
 */
@Singleton
class ReadsRetention {
    private static final Logger LOG = Logger.getLogger(ReadsRetention.class);
    private static final String DELETE = """
            delete from scoring.score_read where id in (
                select id from scoring.score_read where at < now() - make_interval(months => $1) order by at limit $2)
            """;

    private final Pool pool;
    private final Migration migration;
    private final ScoringConfig config;

    ReadsRetention(Pool pool, Migration migration, ScoringConfig config) {
        this.pool = pool;
        this.migration = migration;
        this.config = config;
    }

    @Scheduled(
            identity = "reads-retention",
            every = "1h",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deleteOld() {
        if (!migration.isDone()) {
            return;
        }
        try (Session session = Session.open(pool, config.patience())) {
            Pruning.run(session, DELETE, config.readsKeptMonths());
        } catch (RuntimeException e) {
            LOG.warnf("Old reads of scores are not deleted now, and will be in an hour: %s", Fault.text(e));
        }
    }
}
