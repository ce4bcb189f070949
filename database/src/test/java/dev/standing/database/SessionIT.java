package dev.standing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a session leaves behind in the pool: nothing, least of all the writer's claim. */
class SessionIT {
    private static final long LOCK = 4_711;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool ours = Pools.ofTestStack();
    private final Pool theirs = Pools.ofTestStack();

    private static Session claimed(Pool pool, Duration patience) {
        return Objects.requireNonNull(Session.claim(pool, LOCK, patience), "another session has the claim");
    }

    @AfterEach
    void close() {
        ours.closeAndAwait();
        theirs.closeAndAwait();
    }

    @Test
    void theClaimIsOneSessionsUntilItIsClosed() {
        try (Session first = claimed(ours, PATIENCE)) {
            assertThat(first.run("select 1").size()).isOne();
            assertThat(Session.claim(theirs, LOCK, PATIENCE)).isNull();
        }

        try (Session second = claimed(theirs, PATIENCE)) {
            assertThat(second.run("select 1").size()).isOne();
        }
    }

    @Test
    void aFailureLeavesNeitherTransactionNorClaim() {
        Session failed = claimed(ours, PATIENCE);
        assertThatThrownBy(() -> failed.transaction(() -> failed.run("select 1 / 0")))
                .hasMessageContaining("zero");

        failed.close();

        claimed(theirs, PATIENCE).close();
        try (Session next = Session.open(ours, PATIENCE)) {
            assertThat(next.run("select 1").size()).isOne();
        }
    }

    /** Which the server allows before the first query of a transaction only. */
    @Test
    void whatRunsInATransactionSaysHowIsolatedItIs() {
        try (Session session = Session.open(ours, PATIENCE)) {
            String isolation = session.transaction(() -> {
                session.command("set transaction isolation level repeatable read, read only");
                return session.run("show transaction_isolation")
                        .iterator()
                        .next()
                        .getString(0);
            });

            assertThat(isolation).isEqualTo("repeatable read");
        }
    }

    @Test
    void aConnectionThatHangsIsEndedWithItsClaim() {
        Session hanging = claimed(ours, Duration.ofMillis(500));
        assertThatThrownBy(() -> hanging.run("select pg_sleep(60)")).isInstanceOf(TimeoutException.class);

        hanging.close();

        claimed(theirs, PATIENCE).close();
    }
}
