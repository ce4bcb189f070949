package dev.standing.privileges.receipts;

import dev.standing.database.Migration;
import dev.standing.database.Pruning;
import dev.standing.privileges.setup.PrivilegesConfig;
import io.quarkus.scheduler.Scheduled;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Deletes receipts a day after they have expired, by the database's clock: then nobody takes them any more, whatever their clock says, and
 * their places may be another's.
 */
@Singleton
class Expired {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final String DELETE = """
            delete from privileges.receipt where id in (
                select id from privileges.receipt where expires_at < now() - $1 * interval '1 second' limit $2)
            """;

    private final Pruning pruning;

    Expired(Pool pool, Migration migration, PrivilegesConfig service) {
        this.pruning = new Pruning(pool, migration, service.patience());
    }

    @Scheduled(
            identity = "receipts-expired",
            every = "1h",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void delete() {
        pruning.hourly("Expired receipts", DELETE, (double) KEPT.toSeconds());
    }
}
