package dev.standing.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Statements on one connection, one after the other, for one thread that may block. Every wait has an end: a database that
 * does not answer is a failure. After a failure the session is of no further use and must be closed.
 *
 * <p>The session of the one writer holds an advisory lock. Whoever loses the connection loses lock and open transaction
 * together, so there is nothing to fence. The server ends a session that has been silent for some seconds while it holds
 * a lock; one that is open here is never silent while its process runs.
 */
public final class Session implements AutoCloseable {
    /** Statements on their way, whose parameters may be large. */
    private static final int MOST_SENT = 8;

    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final String CLAIM = """
            select case when pg_try_advisory_lock($1)
                   then set_config('idle_session_timeout', $2, false)
                        || set_config('idle_in_transaction_session_timeout', $2, false)
                   end""";

    private static final String LET_GO =
            "select pg_advisory_unlock_all(); reset idle_session_timeout; reset idle_in_transaction_session_timeout";

    private final Pool pool;
    private final SqlConnection connection;
    private final Duration patience;
    private final Pulse pulse;
    /** Answers that nobody has waited for yet, in the order of their statements. */
    private final Deque<CompletableFuture<RowSet<Row>>> sent = new ArrayDeque<>();

    private boolean clean = true;
    private boolean claimed;

    private Session(Pool pool, SqlConnection connection, Duration patience) {
        this.pool = pool;
        this.connection = connection;
        this.patience = patience;
        this.pulse = new Pulse(connection);
    }

    /**
     * Takes a connection.
     *
     * @param patience how long the database may take for one statement
     */
    public static Session open(Pool pool, Duration patience) {
        return new Session(pool, pool.getConnection().await().atMost(patience), patience);
    }

    /**
     * Claims to be the one writer for as long as the session is open, or says null where another is.
     *
     * @param lock any number that no other lock of the database has
     */
    public static @Nullable Session claim(Pool pool, long lock, Duration patience) {
        Session session = open(pool, patience);
        try {
            Row row = session.run(CLAIM, lock, Silence.SHORT).iterator().next();
            if (row.getString(0) != null) {
                session.claimed = true;
                return session;
            }
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
        session.close();
        return null;
    }

    /** Runs one statement; arrays go in whole, for {@code unnest}. */
    public RowSet<Row> run(String sql, @Nullable Object... parameters) {
        return run(sql, Tuple.from(Arrays.asList(parameters)));
    }

    public RowSet<Row> run(String sql, Tuple parameters) {
        return await(connection.preparedQuery(sql).execute(parameters));
    }

    /**
     * Sends one statement of a transaction without waiting for its end: what follows is made ready meanwhile. Whoever waits
     * next, at the latest the transaction before it is committed, learns of a failure. Where many are on their way the first of them
     * is waited for.
     */
    public void send(String sql, Tuple parameters) {
        clean = false;
        if (sent.size() == MOST_SENT) {
            awaitFirstSent();
        }
        sent.add(connection.preparedQuery(sql).execute(parameters).subscribeAsCompletionStage());
    }

    /** Runs a statement that has neither parameters nor an answer. */
    public void command(String sql) {
        await(connection.query(sql).execute());
    }

    /** Runs all of it, or none of it. */
    public <T extends @Nullable Object> T transaction(Supplier<T> work) {
        boolean before = clean;
        clean = false;
        command(Silence.BEGIN);
        T result = work.get();
        // Not beside those before it: one that fails here, before it is sent, would not keep the server from committing
        // the rest.
        awaitSent();
        // A transaction that the server has given up is committed without a word, and without anything of it: a
        // question fails.
        command("select; commit");
        clean = before;
        return result;
    }

    /** For what is not a statement with an answer. */
    public SqlConnection connection() {
        return connection;
    }

    public <T> T await(Uni<T> uni) {
        boolean before = clean;
        clean = false;
        awaitSent();
        T result = uni.await().atMost(patience);
        clean = before;
        return result;
    }

    /** The first that failed is the reason of all failures after it. */
    private void awaitSent() {
        while (!sent.isEmpty()) {
            awaitFirstSent();
        }
    }

    private void awaitFirstSent() {
        Uni.createFrom().completionStage(sent.remove()).await().atMost(patience);
    }

    /**
     * Gives the connection back with nothing open and no lock held. Where it does not let go any more it is ended on the
     * server's side: back in the pool it would keep what it holds from all other sessions, those of this process included.
     */
    @Override
    public void close() {
        pulse.close();
        if (clean && !claimed) {
            connection.closeAndForget();
            return;
        }
        try {
            connection
                    .query((clean ? "" : "rollback; ") + LET_GO)
                    .execute()
                    .await()
                    .atMost(GRACE);
        } catch (RuntimeException e) {
            endBackend();
        } finally {
            connection.closeAndForget();
        }
    }

    /** While the connection is not yet back in the pool, which might otherwise send the order to end it over that very one. */
    private void endBackend() {
        int backend = PgConnection.cast(connection.getDelegate()).processId();
        pool.preparedQuery("select pg_terminate_backend($1)")
                .execute(Tuple.of(backend))
                .await()
                .atMost(GRACE);
    }
}
