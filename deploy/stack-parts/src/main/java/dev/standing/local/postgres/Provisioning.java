package dev.standing.local.postgres;

import dev.standing.local.process.ChildProcess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** Database, roles and schemas: makes what is missing, so that it may be run at each start. */
final class Provisioning {

    private static final long POLL_MILLIS = 50;

    private Provisioning() {}

    static void run(Postgres.Settings settings, List<Role> roles, ChildProcess server, Duration patience)
            throws SQLException {
        try (Connection connection = await(settings, server, patience)) {
            if (!exists(connection, "select 1 from pg_database where datname = ?", Postgres.DATABASE)) {
                execute(connection, "create database " + Postgres.DATABASE);
            }
        }
        try (Connection connection = connect(settings, Postgres.DATABASE)) {
            for (Role role : roles) {
                provision(connection, role);
            }
        }
    }

    private static void provision(Connection connection, Role role) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", role.name())) {
            execute(connection, "create role " + role.name() + " login");
        }
        execute(connection, "alter role " + role.name() + " password '" + role.password() + "'");
        execute(connection, "create schema if not exists " + role.name() + " authorization " + role.name());
        execute(connection, "alter role " + role.name() + " set search_path = " + role.name());
    }

    private static Connection await(Postgres.Settings settings, ChildProcess server, Duration patience)
            throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return connect(settings, "postgres");
            } catch (SQLException e) {
                if (System.nanoTime() > deadline || !server.isAlive()) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static Connection connect(Postgres.Settings settings, String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Postgres.SUPERUSER);
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + database, properties);
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL started", e);
        }
    }
}
