package dev.standing.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Rows on their way into PostgreSQL column by column, and out of it again some at a time. */
class ColumnsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pool POOL = Pools.ofTestStack();
    private static final Columns<Stay> STAYS = Columns.of(Stay.class)
            .text(Stay::guest)
            .bool(Stay::paid)
            .int4(Stay::nights)
            .int8(Stay::costInCents)
            .float8(Stay::stars)
            .timestamptz(Stay::leftAt);
    private static final String UNNEST = """
            select * from unnest($1::text[], $2::bool[], $3::int[], $4::bigint[], $5::double precision[],
                                 $6::timestamptz[]) with ordinality
            """;

    private record Stay(
            @Nullable String guest,
            @Nullable Boolean paid,
            @Nullable Integer nights,
            @Nullable Long costInCents,
            @Nullable Double stars,
            @Nullable Instant leftAt) {
        static Stay of(Row row) {
            return new Stay(
                    row.getString(0),
                    row.getBoolean(1),
                    row.getInteger(2),
                    row.getLong(3),
                    row.getDouble(4),
                    row.getOffsetDateTime(5) == null
                            ? null
                            : row.getOffsetDateTime(5).toInstant());
        }
    }

    @AfterAll
    static void close() {
        POOL.closeAndAwait();
    }

    private static List<Stay> thereAndBack(List<Stay> stays) {
        try (Session session = Session.open(POOL, PATIENCE)) {
            List<Stay> back = new ArrayList<>();
            session.run(UNNEST, STAYS.of(stays)).forEach(row -> back.add(Stay.of(row)));
            return back;
        }
    }

    @Test
    void everyTypeAndNullComeThroughInOrder() {
        List<Stay> stays = List.of(
                new Stay("ada", true, 3, 9_000_000_000L, 4.5, Instant.parse("2026-11-01T10:00:00.123456Z")),
                new Stay(null, null, null, null, null, null),
                new Stay("", false, -1, 0L, -0.5, Instant.EPOCH));

        assertThat(thereAndBack(stays)).isEqualTo(stays);
    }

    @Test
    void noRowsAreNoRows() {
        assertThat(thereAndBack(List.of())).isEmpty();
    }

    @Test
    void whatIsNoColumnFollowsTheColumns() {
        try (Session session = Session.open(POOL, PATIENCE)) {
            Tuple parameters = Columns.of(String.class)
                    .text(guest -> guest)
                    .of(List.of("ada", "bo"))
                    .addString("!");

            assertThat(session.run("select guest || $2::text from unnest($1::text[]) as guest", parameters))
                    .extracting(row -> row.getString(0))
                    .containsExactly("ada!", "bo!");
        }
    }
}
