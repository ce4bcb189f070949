package dev.standing.benchmarks.services;

import dev.standing.stack.Suite;
import dev.standing.stack.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Connections to a suite's PostgreSQL, for what no service is asked for. */
final class Databases {
    private Databases() {}

    /** As the role of a service. */
    static Connection connect(Suite suite, String role) throws SQLException {
        Path passwords = suite.home().resolve("secrets/database.json");
        try {
            return DriverManager.getConnection(
                    suite.stack().jdbcUrl(),
                    role,
                    Json.read(Files.readAllBytes(passwords)).path(role).asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
