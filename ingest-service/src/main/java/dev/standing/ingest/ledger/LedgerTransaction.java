package dev.standing.ingest.ledger;

import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * One statement under the ledger's lock. Begin, statement and commit are sent without waiting for one another, so that a
 * commit costs one round trip; where the statement fails, the commit rolls back.
 */
final class LedgerTransaction {
    private LedgerTransaction() {}

    static Uni<RowSet<Row>> run(SqlConnection connection, String sql, Tuple parameters) {
        return Uni.combine()
                .all()
                .unis(
                        connection.query(LedgerSql.BEGIN).execute(),
                        connection.preparedQuery(sql).execute(parameters),
                        connection.query("commit").execute())
                .collectFailures()
                .with((begun, rows, committed) -> rows)
                .onFailure()
                .transform(LedgerTransaction::first);
    }

    private static Throwable first(Throwable failure) {
        return failure instanceof CompositeException all ? all.getCauses().getFirst() : failure;
    }
}
