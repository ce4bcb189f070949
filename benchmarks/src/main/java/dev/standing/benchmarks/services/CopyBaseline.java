package dev.standing.benchmarks.services;

import dev.standing.stack.Suite;
import dev.standing.stack.http.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * What PostgreSQL alone takes: COPY of rows that the stream endpoint wrote, into a table of the same columns, indexes and
 * constraints, in the same database, with the same fsync.
 */
final class CopyBaseline {
    private static final String COLUMNS =
            "entry, partner, id, member, kind, occurred_at, amount_minor, currency, count,"
                    + " merchant_category, content_hash, accepted_at";

    private final Suite suite;

    CopyBaseline(Suite suite) {
        this.suite = suite;
    }

    /** Copies the records of one run, whose ids begin with {@code run}, and says how fast. */
    double recordsPerSecond(String run, int records) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists ingest.ledger_copy");
            statement.execute("create table ingest.ledger_copy (like ingest.ledger including all)");
            try {
                CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                copy.copyOut(
                        "copy (select " + COLUMNS + " from ingest.ledger where id like '" + run + "-%') to stdout",
                        rows);
                ByteArrayInputStream source = new ByteArrayInputStream(rows.toByteArray());
                long start = System.nanoTime();
                long copied = copy.copyIn("copy ingest.ledger_copy (" + COLUMNS + ") from stdin", source);
                double seconds = (System.nanoTime() - start) / 1e9;
                if (copied != records) {
                    throw new IllegalStateException("copied " + copied + " of " + records);
                }
                return copied / seconds;
            } finally {
                statement.execute("drop table ingest.ledger_copy");
            }
        }
    }

    /** As the role of ingest. */
    private Connection connect() throws SQLException, IOException {
        Path passwords = suite.home().resolve("secrets/database.json");
        return DriverManager.getConnection(
                suite.stack().jdbcUrl(),
                "ingest",
                Json.read(Files.readAllBytes(passwords)).path("ingest").asText());
    }
}
