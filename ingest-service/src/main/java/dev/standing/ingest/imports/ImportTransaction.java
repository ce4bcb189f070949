package dev.standing.ingest.imports;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Function;

/** A transaction that holds a journal's lock from its beginning. */
final class ImportTransaction {
    private ImportTransaction() {}

    static <T> Future<T> run(Pool pool, long journalLock, Function<SqlConnection, Future<T>> work) {
        return pool.withTransaction(connection -> connection
                .query("select pg_advisory_xact_lock(" + journalLock + ")")
                .execute()
                .compose(locked -> work.apply(connection)));
    }
}
