package dev.standing.acceptance.crash;

import dev.standing.stack.Suite;
import dev.standing.stack.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A relay of ingest that cannot publish: what it locks before, another hand has locked. */
final class Held implements AutoCloseable {
    private final Connection connection;

    private Held(Connection connection) {
        this.connection = connection;
    }

    static Held relay(Suite suite, String journal) throws SQLException {
        Connection connection = DriverManager.getConnection(suite.stack().jdbcUrl(), "ingest", password(suite));
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select from ingest.relay where journal = '" + journal + "' for update");
        }
        return new Held(connection);
    }

    private static String password(Suite suite) {
        try {
            return Json.read(Files.readAllBytes(suite.home().resolve("secrets/database.json")))
                    .path("ingest")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
