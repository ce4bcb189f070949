package dev.standing.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that stands still while everybody waits behind its lock is not borne for as long as one that nobody waits for. */
@QuarkusTest
class JournalLockIT {
    private static final String BORNE = "select current_setting('idle_in_transaction_session_timeout')";

    @Inject
    Pool pool;

    @ParameterizedTest
    @EnumSource
    void whoHoldsAJournalIsBorneToBeSilentForFiveSeconds(JournalLock lock) {
        String borne = pool.withTransaction(connection -> connection
                        .query(lock.statement())
                        .execute()
                        .chain(() -> connection.query(BORNE).execute())
                        .map(rows -> rows.iterator().next().getString(0)))
                .await()
                .atMost(Duration.ofSeconds(10));

        assertThat(borne).isEqualTo("5s");
        assertThat(pool.query(BORNE).executeAndAwait().iterator().next().getString(0))
                .isEqualTo("15s");
    }
}
