package dev.standing.scoring.pipeline;

import dev.standing.database.Session;
import dev.standing.scoring.community.Basis;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;

/** The basis that everybody is brought to, in the database: one row. */
final class BasisStore {
    private BasisStore() {}

    /** What is stored, or where nothing is, {@code first}, which is stored then. */
    static Basis readOrWrite(Session session, Basis first) {
        RowIterator<Row> rows =
                session.run("select day, scorecard, discounted from evaluation").iterator();
        if (rows.hasNext()) {
            Row row = rows.next();
            return new Basis(row.getInteger(0), row.getString(1), row.getString(2));
        }
        session.run(
                "insert into evaluation (day, scorecard, discounted, kept_in) values ($1, $2, $3, pg_current_xact_id())",
                first.day(),
                first.scorecard(),
                first.discounted());
        return first;
    }

    /** Whether who wrote last is a release that keeps until when readings hold. */
    static boolean keepsUntil(Session session) {
        return session.run("select from evaluation where kept_in::xid = xmin").size() > 0;
    }

    static void write(Session session, Basis basis) {
        session.run(
                "update evaluation set day = $1, scorecard = $2, discounted = $3, kept_in = pg_current_xact_id()",
                basis.day(),
                basis.scorecard(),
                basis.discounted());
    }
}
