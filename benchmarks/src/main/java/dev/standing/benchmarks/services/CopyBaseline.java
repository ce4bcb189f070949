package dev.standing.benchmarks.services;

import dev.standing.stack.Suite;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * What PostgreSQL alone takes: COPY of rows that a service wrote, into a table of the same columns, indexes and checks, but of no
 * foreign keys, in the same database, with the same fsync.
 */
final class CopyBaseline {
    private static final String COPY = "ingest.bench_copy";

    private final Suite suite;

    CopyBaseline(Suite suite) {
        this.suite = suite;
    }

    /** Rows of a table of ingest, told by {@code where}. */
    record Rows(String table, String columns, String where) {}

    /** Copies the records of one run, whose ids begin with {@code run}, and says how fast. */
    double recordsPerSecond(String run, int records) {
        return records
                / seconds(
                        records,
                        new Rows(
                                "ledger",
                                "entry, partner, id, member, kind, occurred_at, amount_minor, currency, count,"
                                        + " merchant_category, content_hash, accepted_at",
                                "id like '" + run + "-%'"));
    }

    /**
     * Copies rows of several tables, one after the other.
     *
     * @param expected how many there are of all tables together
     * @return seconds in all
     */
    double seconds(long expected, Rows... tables) {
        try (Connection connection = Databases.connect(suite, "ingest")) {
            long copied = 0;
            double seconds = 0;
            for (Rows rows : tables) {
                Path file = Files.createTempFile("standing-copy", null);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("drop table if exists " + COPY);
                    statement.execute("create table " + COPY + " (like ingest." + rows.table() + " including all)");
                    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
                    try (OutputStream out = Files.newOutputStream(file)) {
                        copy.copyOut(
                                "copy (select " + rows.columns() + " from ingest." + rows.table() + " where "
                                        + rows.where() + ") to stdout",
                                out);
                    }
                    try (InputStream in = Files.newInputStream(file)) {
                        long start = System.nanoTime();
                        copied += copy.copyIn("copy " + COPY + " (" + rows.columns() + ") from stdin", in);
                        seconds += (System.nanoTime() - start) / 1e9;
                    }
                    statement.execute("drop table " + COPY);
                } finally {
                    Files.delete(file);
                }
            }
            if (copied != expected) {
                throw new IllegalStateException("copied " + copied + " of " + expected);
            }
            return seconds;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
