package dev.standing.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/**
 * One consistent view of all that is committed, for who has to read millions of rows: by {@code COPY} in its binary form, which takes a
 * fraction of what rows take that a client asks for some at a time. Every wait has an end. Used by one thread, which may block.
 */
public final class Snapshot implements AutoCloseable {
    private static final int ROWS_BETWEEN_SIGNS_OF_LIFE = 10_000;

    private final Connection connection;
    private final CopyManager copies;
    private boolean ended;

    private Snapshot(Connection connection, Duration patience) throws SQLException {
        this.connection = connection;
        // Of the silence between two rows, not of all of them.
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        }
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /**
     * Takes a connection. What is seen is what was committed when the first question is asked.
     *
     * @param patience how long the database may be silent
     */
    public static Snapshot open(DataSource database, Duration patience) {
        try {
            Connection connection = database.getConnection();
            try {
                return new Snapshot(connection, patience);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new SnapshotFailed(e);
        }
    }

    /**
     * Reads the answer to a question, however long.
     *
     * @param query one that has no parameters
     * @param progress called now and then, so that whoever waits sees that it goes on
     */
    public void each(String query, Runnable progress, Consumer<CopyRow> reader) {
        try {
            read(copies.copyOut("copy (" + query + ") to stdout (format binary)"), progress, reader);
        } catch (SQLException e) {
            abort();
            throw new SnapshotFailed(e);
        } catch (RuntimeException | Error e) {
            abort();
            throw e;
        }
        progress.run();
    }

    /** Who failed in the midst of an answer leaves a connection that would wait for somebody to read the rest, or for a silent server. */
    private void abort() {
        ended = true;
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new SnapshotFailed(e);
        }
    }

    private static void read(CopyOut copy, Runnable progress, Consumer<CopyRow> reader) throws SQLException {
        CopyRow row = new CopyRow();
        int rows = 0;
        // The server sends one message a row; the first begins with the head of the form.
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            if (row.isIn(message)) {
                reader.accept(row);
            }
            if (++rows % ROWS_BETWEEN_SIGNS_OF_LIFE == 0) {
                progress.run();
            }
        }
    }

    @Override
    public void close() {
        try (connection) {
            if (!ended) {
                connection.rollback();
                connection.setNetworkTimeout(Runnable::run, 0);
            }
        } catch (SQLException e) {
            throw new SnapshotFailed(e);
        }
    }
}
