package dev.standing.database;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How rows become columns: one array a column, for one statement that unnests them. Said once beside the statement, in the
 * order of its parameters, and named as PostgreSQL names the types. A value may be null. Immutable, so it may be a constant.
 *
 * @param <R> what a row is made of
 */
public final class Columns<R> {
    private final List<Column<R>> columns;

    private Columns(List<Column<R>> columns) {
        this.columns = columns;
    }

    /** No column yet. */
    public static <R> Columns<R> of(Class<R> row) {
        return new Columns<>(List.of());
    }

    public Columns<R> text(Function<? super R, @Nullable String> value) {
        return and(String[]::new, value);
    }

    public Columns<R> bool(Function<? super R, @Nullable Boolean> value) {
        return and(Boolean[]::new, value);
    }

    public Columns<R> int4(Function<? super R, @Nullable Integer> value) {
        return and(Integer[]::new, value);
    }

    public Columns<R> int8(Function<? super R, @Nullable Long> value) {
        return and(Long[]::new, value);
    }

    public Columns<R> float8(Function<? super R, @Nullable Double> value) {
        return and(Double[]::new, value);
    }

    public Columns<R> timestamptz(Function<? super R, @Nullable Instant> value) {
        return and(OffsetDateTime[]::new, row -> utc(value.apply(row)));
    }

    public Columns<R> bytea(Function<? super R, byte @Nullable []> value) {
        return and(Buffer[]::new, row -> buffer(value.apply(row)));
    }

    /** The parameters of the statement; parameters that are not columns may be added after them. */
    public Tuple of(Collection<? extends R> rows) {
        Tuple arrays = Tuple.tuple();
        for (Column<R> column : columns) {
            arrays.addValue(column.array(rows));
        }
        return arrays;
    }

    private <T> Columns<R> and(IntFunction<@Nullable T[]> array, Function<? super R, ? extends @Nullable T> value) {
        List<Column<R>> all = new ArrayList<>(columns);
        all.add(rows -> {
            @Nullable T[] cells = array.apply(rows.size());
            int i = 0;
            for (R row : rows) {
                cells[i++] = value.apply(row);
            }
            return cells;
        });
        return new Columns<>(List.copyOf(all));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    /** One column's part. */
    @FunctionalInterface
    private interface Column<R> {
        Object array(Collection<? extends R> rows);
    }
}
