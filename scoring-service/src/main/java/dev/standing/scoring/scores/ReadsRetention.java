package dev.standing.scoring.scores;

import dev.standing.database.Migration;
import dev.standing.database.Pruning;
import dev.standing.scoring.setup.ScoringConfig;
import io.quarkus.scheduler.Scheduled;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;

/**
 * Deletes of what partners were told all that is older than it is to be kept, by the database's clock.
 */
@Singleton
class ReadsRetention {
    private static final String DELETE = """
            delete from scoring.score_read where id in (
                select id from scoring.score_read where at < now() - make_interval(months => $1) order by at limit $2)
            """;

    private final Pruning pruning;
    private final ScoringConfig config;

    ReadsRetention(Pool pool, Migration migration, ScoringConfig config) {
        this.pruning = new Pruning(pool, migration, config.patience());
        this.config = config;
    }

    @Scheduled(
            identity = "reads-retention",
            every = "1h",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deleteOld() {
        pruning.hourly("Old reads of scores", DELETE, config.readsKeptMonths());
    }
}
