package dev.standing.database;

import dev.standing.local.process.Signals;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A process that has the claim of a writer and something to commit: this class as the process, and as seen from outside. */
final class Replica implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HOLDS = "holds the claim";
    private static final String COMMITTED = "committed";

    private final Process process;
    private final BufferedReader said;

    private Replica(Process process) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
    }

    /** What the process is at when it is held up. */
    enum At {
        /** Between two batches. */
        REST,
        /** Computing, within a transaction. */
        WORK,
        /** Reading an answer that is larger than what is on its way. */
        READING
    }

    /**
     * Starts one; returns once it has the claim.
     *
     * @param prefix words before the command, as to start it in a network of its own
     * @param lock its claim, and what it writes
     */
    static Replica start(List<String> prefix, String url, String password, At at, long lock) {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Replica.class.getName(),
                url,
                password,
                at.name(),
                String.valueOf(lock)));
        try {
            Replica replica = new Replica(new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
            String line = replica.said.readLine();
            while (line != null && !line.equals(HOLDS)) {
                line = replica.said.readLine();
            }
            return replica;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        Signals.send("STOP", process.pid());
    }

    void goOn() {
        Signals.send("CONT", process.pid());
    }

    /** Has it commit what it has, and says whether that went well. */
    boolean commits() {
        try {
            process.outputWriter().append('\n').flush();
            return COMMITTED.equals(said.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Url, password, what to be at, and the lock. */
    static void main(String[] args) throws IOException {
        Pool pool = Pools.to(args[0], args[1]);
        Session session =
                Objects.requireNonNull(Session.claim(pool, Long.parseLong(args[3]), PATIENCE), "another has the claim");
        String fate;
        try {
            work(session, At.valueOf(args[2]), args[3]);
            fate = COMMITTED;
        } catch (RuntimeException e) {
            fate = Fault.text(e);
        }
        System.out.println(fate);
        System.exit(0);
    }

    private static void work(Session session, At at, String text) {
        if (at == At.REST) {
            awaitOrder();
        }
        session.transaction(() -> {
            session.run("insert into scoring.held (what) values ($1)", text);
            if (at == At.WORK) {
                awaitOrder();
            } else if (at == At.READING) {
                System.out.println(HOLDS);
                session.run("select repeat('x', 1000000) from generate_series(1, 2000)");
            }
            return at;
        });
    }

    private static void awaitOrder() {
        System.out.println(HOLDS);
        try {
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
