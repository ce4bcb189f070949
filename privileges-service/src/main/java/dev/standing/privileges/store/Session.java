package dev.standing.privileges.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * One connection, for one thread that may wait. Nothing waits longer than {@code patience}; whatever fails leaves the
 * session unusable, and it is to be closed.
 */
public final class Session implements AutoCloseable {
    private final SqlConnection connection;
    private final Duration patience;

    Session(SqlConnection connection, Duration patience) {
        this.connection = connection;
        this.patience = patience;
    }

    RowSet<Row> run(String sql, Tuple arguments) {
        return await(connection.preparedQuery(sql).execute(arguments));
    }

    SqlConnection connection() {
        return connection;
    }

    <T> T await(Uni<T> uni) {
        return uni.await().atMost(patience);
    }

    /** Runs all of it, or none of it. */
    public <T> T transaction(Callable<T> work) throws Exception {
        Transaction transaction = await(connection.begin());
        T result;
        try {
            result = work.call();
        } catch (Exception e) {
            try {
                await(transaction.rollback());
            } catch (RuntimeException rollback) {
                e.addSuppressed(rollback);
            }
            throw e;
        }
        await(transaction.commit());
        return result;
    }

    /**
     * Leaves nothing open and no lock held behind: a lock belongs to the server's session, which lives on in the pool and
     * would keep all other sessions, those of this very process among them, from ever claiming to be the writer.
     */
    @Override
    public void close() {
        connection
                .query("rollback")
                .execute()
                .chain(() -> connection.query("select pg_advisory_unlock_all()").execute())
                .onItemOrFailure()
                .transformToUni((done, failure) -> connection.close())
                .subscribe()
                .with(closed -> {}, failure -> {});
    }
}
