package dev.standing.database;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Deletes what was kept for long enough, by the database's clock, some at a time, so that no statement holds others up. Every process does
 * so: what one has deleted, another does not find. Thread-safe.
 */
public final class Pruning {
    private static final Logger LOG = Logger.getLogger(Pruning.class);
    private static final int AT_ONCE = 5_000;

    private final Pool pool;
    private final Migration migration;
    private final Duration patience;

    /** @param patience how long the database may take for one statement */
    public Pruning(Pool pool, Migration migration, Duration patience) {
        this.pool = pool;
        this.migration = migration;
        this.patience = patience;
    }

    /**
     * Deletes until there is nothing left to, as soon as there is a schema; for a job that comes again in an hour, which a failure is left to.
     *
     * @param what is deleted, for the log
     * @param sql a delete of rows older than {@code $1}, of {@code $2} of them at most
     */
    public void hourly(String what, String sql, Object age) {
        if (!migration.isDone()) {
            return;
        }
        try (Session session = Session.open(pool, patience)) {
            run(session, sql, age);
        } catch (RuntimeException e) {
            LOG.warnf("%s are not deleted now, and will be in an hour: %s", what, Fault.text(e));
        }
    }

    /** The same in a session that is open. */
    public static void run(Session session, String sql, Object age) {
        int deleted;
        do {
            deleted = session.run(sql, age, AT_ONCE).rowCount();
        } while (deleted == AT_ONCE);
    }
}
