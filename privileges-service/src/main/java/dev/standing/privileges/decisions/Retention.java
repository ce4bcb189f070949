package dev.standing.privileges.decisions;

import dev.standing.database.Migration;
import dev.standing.database.Pruning;
import dev.standing.privileges.setup.PrivilegesConfig;
import io.quarkus.scheduler.Scheduled;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;

/**
 * Deletes decisions that are older than they are to be kept, by the database's clock.
 */
@Singleton
class Retention {
    private static final String DELETE = """
            delete from privileges.decision where id in (
                select id from privileges.decision where at < now() - make_interval(months => $1) limit $2)
            """;

    private final Pruning pruning;
    private final DecisionsConfig config;

    Retention(Pool pool, Migration migration, DecisionsConfig config, PrivilegesConfig service) {
        this.pruning = new Pruning(pool, migration, service.patience());
        this.config = config;
    }

    @Scheduled(
            identity = "decisions-retention",
            every = "1h",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deleteOld() {
        pruning.hourly("Old decisions", DELETE, config.keptMonths());
    }
}
