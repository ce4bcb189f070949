package dev.standing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.local.test.TestStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SnapshotIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(TestStack.get().jdbcUrl());
        source.setUser("scoring");
        source.setPassword(TestStack.get().password());
        return source;
    }

    private static void write() throws SQLException {
        try (Connection other = source().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_current_xact_id()");
        }
    }

    private static void each(String query, Runnable progress, Consumer<CopyRow> reader) {
        try (Snapshot snapshot = Snapshot.open(source(), PATIENCE)) {
            snapshot.each(query, progress, reader);
        }
    }

    @Test
    void everyTypeComesAsItIsAndNullAsNull() {
        List<Object> read = new ArrayList<>();

        each(
                "select true, -7, null::int, 8, -9000000000, 0.1::float8, 'é|\n', null::text, '', 'four'",
                () -> {},
                row -> {
                    read.add(row.bool());
                    read.add(row.int4());
                    assertThat(row.int4OrNull()).isNull();
                    assertThat(row.int4OrNull()).isEqualTo(8);
                    read.add(row.int8());
                    read.add(row.float8());
                    read.add(row.text());
                    assertThat(row.textOrNull()).isNull();
                    assertThat(row.textOrNull()).isEmpty();
                    read.add(row.textAs((bytes, from, length) -> bytes[from] * 100 + length));
                });

        assertThat(read).containsExactly(true, -7, -9_000_000_000L, 0.1, "é|\n", 'f' * 100 + 4);
    }

    @Test
    void allRowsComeOfHoweverManyAndWhoWaitsSeesThatItGoesOn() {
        AtomicInteger seen = new AtomicInteger();
        AtomicInteger rows = new AtomicInteger();

        each("select n from generate_series(1, 100000) n", seen::incrementAndGet, row -> {
            assertThat(row.int4()).isEqualTo(rows.incrementAndGet());
        });
        each("select 1 where false", () -> {}, row -> rows.incrementAndGet());

        assertThat(rows).hasValue(100_000);
        assertThat(seen).hasValue(11);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsAFailureAndAFieldOfAnotherTypeToo() {
        try (Snapshot snapshot = Snapshot.open(source(), Duration.ofMillis(300))) {
            assertThatThrownBy(() -> snapshot.each("select pg_sleep(30)", () -> {}, row -> {}))
                    .isInstanceOf(SnapshotFailed.class);
        }
        assertThatThrownBy(() -> each("select 1", () -> {}, CopyRow::int8))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("4 bytes");
    }

    @Test
    void allQuestionsSeeWhatWasCommittedAtTheFirst() throws SQLException {
        List<Long> seen = new ArrayList<>();
        String first =
                "select pg_current_xact_id_if_assigned() is null, pg_snapshot_xmax(pg_current_snapshot())::text::bigint";
        try (Snapshot snapshot = Snapshot.open(source(), PATIENCE)) {
            for (int i = 0; i < 2; i++) {
                snapshot.each(first, () -> {}, row -> {
                    assertThat(row.bool()).as("nothing is written").isTrue();
                    seen.add(row.int8());
                });
                write();
            }
        }

        assertThat(seen.getFirst()).isEqualTo(seen.getLast());
    }
}
