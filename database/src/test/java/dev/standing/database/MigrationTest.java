package dev.standing.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MigrationTest {
    private static final Duration PAUSE = Duration.ofMillis(10);

    @Test
    void whatStartsAfterwardsFindsItsTablesWhereTheDatabaseIsThere() {
        try (Migration migration = new Migration(() -> {}, PAUSE, MigrationTest::unexpected)) {
            migration.start();
            assertThat(migration.isDone()).isTrue();
        }
    }

    @Test
    void aDatabaseThatIsAwayKeepsNobodyAndIsTriedUntilItIsThere() throws InterruptedException {
        CountDownLatch attempts = new CountDownLatch(3);
        CountDownLatch comes = new CountDownLatch(1);
        Runnable migrate = () -> {
            attempts.countDown();
            if (comes.getCount() > 0) {
                throw new IllegalStateException("no database");
            }
        };

        try (Migration migration = new Migration(migrate, PAUSE, MigrationTest::unexpected)) {
            migration.start();
            assertThat(attempts.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(migration.isDone()).isFalse();

            comes.countDown();

            for (int i = 0; i < 1_000 && !migration.isDone(); i++) {
                Thread.sleep(PAUSE);
            }
            assertThat(migration.isDone()).isTrue();
        }
    }

    @Test
    void whatIsRefusedIsToldAndNotTriedAgain() throws InterruptedException {
        CountDownLatch attempts = new CountDownLatch(2);
        CountDownLatch told = new CountDownLatch(1);
        Runnable migrate = () -> {
            attempts.countDown();
            throw new Refused("never");
        };

        try (Migration migration = new Migration(migrate, PAUSE, refused -> told.countDown())) {
            migration.start();
            assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(attempts.await(300, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(migration.isDone()).isFalse();
        }
    }

    private static void unexpected(Refused refused) {
        throw new AssertionError(refused);
    }
}
