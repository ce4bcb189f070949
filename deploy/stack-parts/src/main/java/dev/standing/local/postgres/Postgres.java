package dev.standing.local.postgres;

import dev.standing.local.process.ChildProcess;
import dev.standing.local.process.Guard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One PostgreSQL server over one data folder. Durable as shipped: fsync, full_page_writes and synchronous_commit stay on. It
 * listens on the loopback address alone, unless it is told otherwise, and asks for passwords.
 */
public final class Postgres {

    /** The one database of the suite; every service has its own schema and its own role in it. */
    public static final String DATABASE = "standing";

    static final String SUPERUSER = "postgres";

    private final Path home;
    private final Settings settings;

    /** {@code password} is the superuser's; {@code log} collects what the server says. */
    public record Settings(Path data, int port, String password, Path log, List<String> addresses) {
        public Settings {
            addresses = List.copyOf(addresses);
        }

        public Settings(Path data, int port, String password, Path log) {
            this(data, port, password, log, List.of("127.0.0.1"));
        }
    }

    public Postgres(Settings settings) {
        this.settings = settings;
        this.home = PostgresBinaries.home();
    }

    /** Makes the data folder where there is none, or where an earlier attempt was cut off. */
    public void initialize() {
        Path finished = settings.data().resolve("standing.initialized");
        try {
            if (Files.exists(finished)) {
                return;
            }
            PostgresBinaries.delete(settings.data());
            Files.createDirectories(settings.data().toAbsolutePath().getParent());
            Files.createDirectories(settings.log().toAbsolutePath().getParent());
            runInitdb();
            Files.createFile(finished);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL cannot make its data folder " + settings.data() + ": " + e.getMessage(), e);
        }
    }

    private void runInitdb() throws IOException {
        Path passwordFile =
                Secrets.writeForMoment(settings.data().resolveSibling("initdb.password"), settings.password());
        try {
            List<String> words = asOrdinaryUser(List.of(
                    home.resolve("bin/initdb").toString(),
                    "--pgdata=" + settings.data(),
                    "--username=" + SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--no-instructions"));
            Process initdb = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                    .start();
            if (!initdb.waitFor(60, TimeUnit.SECONDS) || initdb.exitValue() != 0) {
                initdb.destroyForcibly();
                throw new IOException("initdb failed; its words are in " + settings.log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /** Starts the server; it recovers by itself from whatever way it ended before. */
    public ChildProcess start(Guard guard) {
        StaleLock.clear(settings.data());
        List<String> words = new ArrayList<>(asOrdinaryUser(List.of(
                home.resolve("bin/postgres").toString(), "-D", settings.data().toString())));
        for (Map.Entry<String, String> setting : serverSettings().entrySet()) {
            words.add("-c");
            words.add(setting.getKey() + "=" + setting.getValue());
        }
        // INT is PostgreSQL's fast shutdown: it ends sessions and writes a checkpoint.
        return ChildProcess.start(new ChildProcess.Command(words, Map.of("LC_ALL", "C"), settings.log(), "INT"), guard);
    }

    private Map<String, String> serverSettings() {
        return Map.ofEntries(
                Map.entry("port", String.valueOf(settings.port())),
                Map.entry("listen_addresses", String.join(",", settings.addresses())),
                Map.entry("unix_socket_directories", ""),
                Map.entry("max_connections", "200"),
                Map.entry("shared_buffers", "128MB"),
                Map.entry("max_wal_size", "1GB"),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("log_checkpoints", "off"),
                // Personal data must not reach a log by way of a failed statement.
                Map.entry("log_error_verbosity", "terse"),
                Map.entry("log_min_error_statement", "panic"));
    }

    /** Waits until the server answers, then makes the database, roles and schemas that are missing. */
    public void provision(List<Role> roles, ChildProcess server, Duration patience) {
        try {
            Provisioning.run(settings, roles, server, patience);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "PostgreSQL at port " + settings.port() + " does not answer: " + e.getMessage()
                            + ". Its words are in " + settings.log(),
                    e);
        }
    }

    /** PostgreSQL refuses to run as root; a user namespace, in which root is nobody, is enough for it. */
    private static List<String> asOrdinaryUser(List<String> words) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return words;
        }
        List<String> prefixed = new ArrayList<>(List.of("unshare", "-U"));
        prefixed.addAll(words);
        return prefixed;
    }
}
