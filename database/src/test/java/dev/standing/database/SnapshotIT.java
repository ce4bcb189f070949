package dev.standing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.local.test.TestStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SnapshotIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Runnable NO_MATTER = () -> {};

    private final PGSimpleDataSource database = database();
    private final Snapshot snapshot = Snapshot.open(database, PATIENCE);

    private static PGSimpleDataSource database() {
        TestStack stack = TestStack.get();
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(stack.jdbcUrl());
        database.setUser("postgres");
        database.setPassword(stack.password());
        return database;
    }

    @AfterEach
    void close() {
        snapshot.close();
    }

    @Test
    void everyTypeIsReadAsItIs() {
        List<Object> read = new ArrayList<>();
        snapshot.each("""
                select 'früh ✓', null::text, -7::int, null::int, 9223372036854775807, true, false,
                    '1900-01-01T00:00:00.000001Z'::timestamptz, null::timestamptz, ''
                """, NO_MATTER, row -> {
            read.add(row.text());
            read.add(String.valueOf(row.textOrNull()));
            read.add(row.int4());
            read.add(String.valueOf(row.int4OrNull()));
            read.add(row.int8());
            read.add(row.bool());
            read.add(row.bool());
            read.add(row.timestamptz());
            read.add(String.valueOf(row.timestamptzOrNull()));
            read.add(row.text());
        });

        assertThat(read)
                .containsExactly(
                        "früh ✓",
                        "null",
                        -7,
                        "null",
                        Long.MAX_VALUE,
                        true,
                        false,
                        Instant.parse("1900-01-01T00:00:00.000001Z"),
                        "null",
                        "");
    }

    @Test
    void textsAreReadAsNumbersWhereSomebodyKnowsTheirs() {
        snapshot.each("select 'four', 0.1::float8", NO_MATTER, row -> {
            assertThat(row.textAs((bytes, from, length) -> bytes[from] * 100 + length))
                    .isEqualTo('f' * 100 + 4);
            assertThat(row.float8()).isEqualTo(0.1);
        });
    }

    @Test
    void aFieldOfAnotherTypeIsRefused() {
        assertThatThrownBy(() -> snapshot.each("select 1", NO_MATTER, CopyRow::int8))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("4 bytes where 8");
    }

    @Test
    void aDatabaseThatIsSilentForLongIsAFailure() {
        try (Snapshot impatient = Snapshot.open(database, Duration.ofMillis(300))) {
            assertThatThrownBy(() -> impatient.each("select pg_sleep(30)", NO_MATTER, row -> {}))
                    .isInstanceOf(SnapshotFailed.class);
        }
    }

    @Test
    void allQuestionsSeeWhatWasCommittedAtTheFirst() {
        List<Long> seen = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            snapshot.each(
                    "select pg_snapshot_xmax(pg_current_snapshot())::text::bigint",
                    NO_MATTER,
                    row -> seen.add(row.int8()));
            write();
        }

        assertThat(seen.getFirst()).isEqualTo(seen.getLast());
    }

    private void write() {
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_current_xact_id()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void allRowsAreReadAndNoneOfNone() {
        AtomicLong sum = new AtomicLong();
        AtomicInteger signs = new AtomicInteger();
        snapshot.each(
                "select n from generate_series(1, 50000::bigint) n",
                signs::incrementAndGet,
                row -> sum.addAndGet(row.int8()));
        assertThat(sum).hasValue(50_000L * 50_001 / 2);
        assertThat(signs).hasValueGreaterThan(3);

        snapshot.each("select 1 where false", NO_MATTER, row -> sum.incrementAndGet());
        assertThat(sum).hasValue(50_000L * 50_001 / 2);
    }

    @Test
    void whoFailsInTheMidstOfItIsNotWaitedForAtTheEnd() {
        assertThatThrownBy(() -> snapshot.each("select generate_series(1, 1000000)", NO_MATTER, row -> {
                    throw new IllegalStateException("cannot be read");
                }))
                .hasMessage("cannot be read");
    }

    @Test
    void aFailureIsTheServersWithoutItsDetail() {
        assertThatThrownBy(() ->
                        snapshot.each("select ('jane' || n)::int from generate_series(1, 2) n", NO_MATTER, row -> {}))
                .isInstanceOf(SnapshotFailed.class)
                .hasMessageStartingWith("PostgreSQL 22P02: ")
                .hasNoCause()
                .matches(failure -> !Fault.isPassing(failure));
        database.setPortNumbers(new int[] {1});
        assertThatThrownBy(() -> Snapshot.open(database, PATIENCE)).matches(Fault::isPassing);
    }
}
