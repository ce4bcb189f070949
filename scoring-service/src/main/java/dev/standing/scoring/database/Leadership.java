package dev.standing.scoring.database;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The right to write scores, held by at most one instance. It is an advisory lock of the very connection that all writing
 * goes through: whoever loses the connection loses lock and open transaction together, so there is nothing to fence.
 */
public final class Leadership implements AutoCloseable {
    /** "standing" in ASCII, as a number that nobody else picks. */
    private static final long LOCK = 0x7374616e64696e67L;

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Pool pool;
    private final SqlConnection connection;
    private final Session session;
    private final Duration patience;
    private final int backend;

    private Leadership(Pool pool, SqlConnection connection, Session session, Duration patience, int backend) {
        this.pool = pool;
        this.connection = connection;
        this.session = session;
        this.patience = patience;
        this.backend = backend;
    }

    /** Leads, or says null where another instance does. */
    public static @Nullable Leadership tryToLead(Pool pool, Duration patience) {
        SqlConnection connection = pool.getConnection().await().atMost(patience);
        try {
            Session session = new Session(connection, patience);
            Row row = session.run("select pg_try_advisory_lock($1) as leads, pg_backend_pid() as backend", LOCK)
                    .iterator()
                    .next();
            if (Boolean.TRUE.equals(row.getBoolean("leads"))) {
                return new Leadership(pool, connection, session, patience, row.getInteger("backend"));
            }
        } catch (RuntimeException e) {
            connection.closeAndForget();
            throw e;
        }
        connection.close().await().atMost(patience);
        return null;
    }

    public Session session() {
        return session;
    }

    /**
     * Gives the lock back. Where the connection does not do that any more it is ended on the server's side, for back in the
     * pool it would keep the lock.
     */
    @Override
    public void close() {
        try {
            connection.query("rollback").execute().await().atMost(GRACE);
            connection
                    .query("select pg_advisory_unlock_all()")
                    .execute()
                    .await()
                    .atMost(GRACE);
            connection.close().await().atMost(GRACE);
        } catch (RuntimeException e) {
            connection.closeAndForget();
            pool.preparedQuery("select pg_terminate_backend($1)")
                    .execute(Tuple.of(backend))
                    .await()
                    .atMost(patience);
        }
    }
}
