package dev.standing.ingest.journal;

import dev.standing.database.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Statements over many rows at once, in the transaction of a session: each column is an array, {@code ?1} and up, for
 * {@code unnest}. One statement for thousands of rows is what keeps an import quick.
 */
public final class RowSets {
    private RowSets() {}

    /** Finds what the statement selects for the rows, nothing for none; entities are for reading alone. */
    public static <R, T> Uni<List<T>> find(
            Mutiny.Session session, String sql, Class<T> type, Columns<R> columns, Collection<? extends R> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Mutiny.SelectionQuery<T> query = session.createNativeQuery(sql, type).setReadOnly(true);
        bind(query, columns.of(rows));
        return query.getResultList();
    }

    /**
     * Writes the rows; none at all are no statement.
     *
     * @param others what is the same for all rows, as parameters after those of the columns
     */
    public static <R> Uni<Void> write(
            Mutiny.Session session, String sql, Columns<R> columns, Collection<? extends R> rows, Object... others) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Mutiny.MutationQuery query = session.createNativeQuery(sql);
        Tuple arrays = columns.of(rows);
        bind(query, arrays);
        for (int i = 0; i < others.length; i++) {
            query.setParameter(arrays.size() + 1 + i, others[i]);
        }
        return query.executeUpdate().replaceWithVoid();
    }

    private static void bind(Mutiny.AbstractQuery query, Tuple arrays) {
        for (int i = 0; i < arrays.size(); i++) {
            query.setParameter(i + 1, arrays.getValue(i));
        }
    }
}
