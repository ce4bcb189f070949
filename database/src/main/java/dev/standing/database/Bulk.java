package dev.standing.database;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads whole tables, by PostgreSQL's COPY: rows come as bytes, as fast as the server reads them, in the order in which they lie. It is done on a
 * connection of its own, which sees what is committed when a question begins. For any thread; who calls waits.
 */
@Singleton
public final class Bulk {
    private static final int ROWS_AT_ONCE = 5_000;

    private final DataSource source;

    public Bulk(DataSource source) {
        this.source = source;
    }

    /**
     * Reads the answer to a question, however long.
     *
     * @param query a select without parameters
     * @param patience how long the database may take for the next row
     * @param progress called now and then, so that whoever waits sees that it goes on
     * @param reader is given the same object for every row, at the first of its fields
     */
    public void each(String query, Duration patience, Runnable progress, Consumer<BulkRow> reader) {
        try (Connection connection = source.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
            try {
                read(connection, query, progress, reader);
                connection.setNetworkTimeout(Runnable::run, 0);
            } catch (SQLException | RuntimeException | Error e) {
                connection.abort(Runnable::run); // in the midst of an answer it is of no further use
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("reading in bulk failed: " + e.getSQLState(), e);
        }
    }

    private static void read(Connection connection, String query, Runnable progress, Consumer<BulkRow> reader)
            throws SQLException {
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + query + ") to stdout (format binary)");
        BulkRow row = new BulkRow();
        long rows = 0;
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            if (row.begin(message)) {
                reader.accept(row);
                if (++rows % ROWS_AT_ONCE == 0) {
                    progress.run();
                }
            }
        }
    }
}
