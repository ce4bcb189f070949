package dev.standing.scoring.database;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements on one connection, one after the other. Every wait has an end: a database that does not answer is a failure.
 * Not for event loops, for it blocks.
 */
public final class Session {
    private final SqlConnection connection;
    private final Duration patience;

    public Session(SqlConnection connection, Duration patience) {
        this.connection = connection;
        this.patience = patience;
    }

    /** Runs one statement; lists go in as arrays, for {@code unnest}. */
    public RowSet<Row> run(String sql, @Nullable Object... parameters) {
        return connection
                .preparedQuery(sql)
                .execute(Tuple.from(Arrays.asList(parameters)))
                .await()
                .atMost(patience);
    }

    /** Runs work in a transaction. After a failure the session is of no further use and must be closed. */
    public void inTransaction(Runnable work) {
        command("begin");
        work.run();
        command("commit");
    }

    private void command(String sql) {
        connection.query(sql).execute().await().atMost(patience);
    }

    /** An array for PostgreSQL. */
    public static String[] texts(List<String> values) {
        return values.toArray(String[]::new);
    }
}
