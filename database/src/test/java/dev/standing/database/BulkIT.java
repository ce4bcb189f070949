package dev.standing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standing.local.test.TestStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class BulkIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Bulk bulk = new Bulk(source());

    private static PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(TestStack.get().jdbcUrl());
        source.setUser("scoring");
        source.setPassword(TestStack.get().password());
        return source;
    }

    @Test
    void everyTypeComesAsItIsAndNullAsNull() {
        List<Object> read = new ArrayList<>();

        bulk.each(
                "select true, -7, null::int, 8, -9000000000, 0.1::float8, 'é|\n', null::text, '', 'four'",
                PATIENCE,
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

        bulk.each("select n from generate_series(1, 100000) n", PATIENCE, seen::incrementAndGet, row -> {
            assertThat(row.int4()).isEqualTo(rows.incrementAndGet());
        });
        bulk.each("select 1 where false", PATIENCE, () -> {}, row -> rows.incrementAndGet());

        assertThat(rows).hasValue(100_000);
        assertThat(seen).hasValue(20);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsAFailureAndAFieldOfAnotherTypeToo() {
        assertThatThrownBy(() -> bulk.each("select pg_sleep(30)", Duration.ofMillis(300), () -> {}, row -> {}))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> bulk.each("select 1", PATIENCE, () -> {}, BulkRow::int8))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("4 bytes");
    }
}
