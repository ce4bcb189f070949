package dev.standing.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.standing.local.process.Ports;
import dev.standing.local.test.TestStack;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server itself will do; a pooler will where it hands on sessions and not transactions. */
class OwnSessionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void theServerItselfWillDo() {
        Pool pool = Pools.ofTestStack();
        try {
            assertThatCode(() -> OwnSession.require(pool, PATIENCE)).doesNotThrowAnyException();
        } finally {
            pool.closeAndAwait();
        }
    }

    @Test
    void aPoolerOfTransactionsIsRefused(@TempDir Path folder) throws IOException, InterruptedException {
        assertThatThrownBy(() -> behindPooler("transaction", folder))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("two transactions were done by two backends");
    }

    @Test
    void aPoolerOfSessionsWillDo(@TempDir Path folder) throws IOException, InterruptedException {
        behindPooler("session", folder);
    }

    private static void behindPooler(String mode, Path folder) throws IOException, InterruptedException {
        String program = pgbouncer();
        assumeThat(program).as("pgbouncer is installed").isNotNull();
        int port = Ports.free(1).getFirst();
        Process pooler = start(String.valueOf(program), mode, port, folder);
        Pool pool = Pools.at(port);
        try {
            awaitPort(port);
            OwnSession.require(pool, PATIENCE);
        } finally {
            pool.closeAndAwait();
            pooler.destroy();
            pooler.waitFor();
        }
    }

    private static Process start(String program, String mode, int port, Path folder) throws IOException {
        URI server = URI.create(TestStack.get().jdbcUrl().substring("jdbc:".length()));
        Path users = Files.writeString(
                folder.resolve("users"), "\"scoring\" \"" + TestStack.get().password() + "\"\n");
        Path settings =
                Files.writeString(folder.resolve("pgbouncer.ini"), """
                [databases]
                standing = host=127.0.0.1 port=%d dbname=standing
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = plain
                auth_file = %s
                pool_mode = %s
                ignore_startup_parameters = extra_float_digits
                """.formatted(server.getPort(), port, users, mode));
        Stream.of(folder, users, settings).forEach(each -> each.toFile().setReadable(true, false));
        folder.toFile().setExecutable(true, false);
        List<String> words = List.of(program, "-q", "-u", "nobody", settings.toString());
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static void awaitPort(int port) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
    }

    private static @Nullable String pgbouncer() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
                .map(each -> Path.of(each, "pgbouncer"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }
}
