package dev.standing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.standing.database.Replica.At;
import dev.standing.local.postgres.Postgres;
import dev.standing.local.postgres.Role;
import dev.standing.local.process.ChildProcess;
import dev.standing.local.process.Guard;
import dev.standing.local.process.Ports;
import dev.standing.local.test.TestStack;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A writer that stands still, or that nobody hears any more, is followed by another, and has no effect after that. The tests wait
 * for most of their time, so they do it beside each other, each with a claim of its own.
 */
class SilenceIT {
    private static final AtomicLong LOCKS = new AtomicLong(4_713);
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGER_THAN_BORNE = Duration.ofSeconds(8);

    private final long lock = LOCKS.incrementAndGet();

    @BeforeAll
    static void prepare() {
        Pool pool = Pools.ofTestStack();
        prepare(pool);
        pool.closeAndAwait();
    }

    private static String url() {
        return TestStack.get().jdbcUrl().replace("jdbc:", "");
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @EnumSource
    void aStoppedProcessIsFollowedAndCommitsNothingLater(At at) {
        Pool ours = Pools.ofTestStack();
        try (Replica replica = Replica.start(List.of(), url(), TestStack.get().password(), at, lock)) {
            if (at == At.READING) {
                awaitOneThatReads(ours, "true");
            }
            replica.stop();
            if (at == At.READING) {
                awaitOneThatReads(ours, "wait_event = 'ClientWrite'");
            }

            Session next = claimWithin(BOUND, ours);

            replica.goOn();
            assertThat(replica.commits()).isFalse();
            next.close();
            assertNothingIsHeld(ours);
        } finally {
            ours.closeAndAwait();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aProcessThatTheNetworkLostIsFollowedAndCommitsNothingLater(@TempDir Path folder) throws IOException {
        assumeTrue(Island.missing().isEmpty(), Island::missing);
        String password = TestStack.get().password();
        try (Island island = Island.make()) {
            int port = Ports.free(1).getFirst();
            Guard guard = Guard.start(Duration.ofSeconds(5));
            ChildProcess server = serverFor(Island.NETWORK, folder, port, password, guard);
            Pool ours = Pools.to("postgresql://127.0.0.1:" + port + "/standing", password);
            prepare(ours);
            String way = "postgresql://" + Island.SHORE + ":" + port + "/standing";
            try (Replica replica = Replica.start(island.prefix(), way, password, At.WORK, lock)) {
                island.cut();

                Session next = claimWithin(BOUND, ours);

                island.mend();
                assertThat(replica.commits()).isFalse();
                next.close();
                assertNothingIsHeld(ours);
            } finally {
                ours.closeAndAwait();
                server.kill();
                guard.release();
            }
        }
    }

    private static ChildProcess serverFor(String network, Path folder, int port, String password, Guard guard)
            throws IOException {
        Path data = folder.resolve("data");
        Postgres postgres = new Postgres(
                new Postgres.Settings(data, port, password, folder.resolve("log"), List.of("127.0.0.1", Island.SHORE)));
        postgres.initialize();
        Files.writeString(
                data.resolve("pg_hba.conf"),
                "\nhost all all " + network + " scram-sha-256\n",
                StandardOpenOption.APPEND);
        ChildProcess server = postgres.start(guard);
        postgres.provision(List.of(new Role("scoring", password)), server, Duration.ofSeconds(60));
        return server;
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aProcessThatWorksForLongKeepsItsClaim() throws InterruptedException {
        Pool ours = Pools.ofTestStack();
        Pool theirs = Pools.ofTestStack();
        try (Session session = Objects.requireNonNull(Session.claim(ours, lock, PATIENCE))) {
            Thread.sleep(LONGER_THAN_BORNE);
            assertThat(Session.claim(theirs, lock, PATIENCE)).isNull();

            int answer = session.transaction(() -> {
                session.run("select 1");
                sleep();
                return session.run("select 2").iterator().next().getInteger(0);
            });

            assertThat(answer).isEqualTo(2);
            assertThat(Session.claim(theirs, lock, PATIENCE)).isNull();
        } finally {
            ours.closeAndAwait();
            theirs.closeAndAwait();
        }
    }

    /** Nobody waits behind it but for that one caller, and a first call on a busy machine takes its time between two statements. */
    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aCallersTransactionIsNotEndedBeforeTheCallerGivesUp() {
        Pool pool = Pools.ofTestStack();
        try {
            int answer = pool.withTransaction(connection -> connection
                            .query("select 1")
                            .execute()
                            .onItem()
                            .delayIt()
                            .by(LONGER_THAN_BORNE)
                            .chain(() -> connection.query("select 2").execute()))
                    .map(rows -> rows.iterator().next().getInteger(0))
                    .await()
                    .atMost(PATIENCE);

            assertThat(answer).isEqualTo(2);
        } finally {
            pool.closeAndAwait();
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aSessionThatLedIsAsAnyOtherAfterwards() {
        Pool pool = Pools.ofTestStack();
        try {
            Session led = Objects.requireNonNull(Session.claim(pool, lock, PATIENCE));
            assertThat(bearsIdling(led)).isEqualTo("5s");
            led.close();
            try (Session next = Session.open(pool, PATIENCE)) {
                assertThat(bearsIdling(next)).isEqualTo("0");
            }
        } finally {
            pool.closeAndAwait();
        }
    }

    private static String bearsIdling(Session session) {
        return session.run("show idle_session_timeout").iterator().next().getString(0);
    }

    private static void sleep() {
        try {
            Thread.sleep(LONGER_THAN_BORNE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void prepare(Pool pool) {
        pool.query("create table if not exists scoring.held (what text)").executeAndAwait();
    }

    private void assertNothingIsHeld(Pool pool) {
        assertThat(pool.preparedQuery("select from scoring.held where what = $1")
                        .executeAndAwait(Tuple.of(String.valueOf(lock)))
                        .size())
                .isZero();
    }

    private static void awaitOneThatReads(Pool pool, String and) {
        String question =
                "select from pg_stat_activity where state = 'active' and query like 'select repeat%' and " + and;
        long deadline = System.nanoTime() + BOUND.toNanos();
        while (pool.query(question).executeAndAwait().size() == 0) {
            assertThat(System.nanoTime()).as("nobody reads").isLessThan(deadline);
        }
    }

    private Session claimWithin(Duration bound, Pool pool) {
        long deadline = System.nanoTime() + bound.toNanos();
        while (System.nanoTime() < deadline) {
            @Nullable Session session = Session.claim(pool, lock, PATIENCE);
            if (session != null) {
                return session;
            }
        }
        throw new AssertionError("nobody else leads within " + bound);
    }
}
