package dev.standing.ingest.ledger;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Appends many records in one statement and one commit, and says of each what became of it. What it answers is on disk:
 * PostgreSQL has flushed the commit. Where the connection breaks before the answer, the outcome is unknown and the
 * caller is told to try again, which is safe because ids are unique.
 */
@ApplicationScoped
public class LedgerWriter {
    private static final Logger LOG = Logger.getLogger(LedgerWriter.class);

    private static final String UNIQUE_VIOLATION = "23505";
    private static final int HOPEFUL_FROM = 200;
    private static final int CAUTIOUS_GROUPS = 50;

    private final Pool pool;
    private final LedgerMetrics metrics;
    private final AtomicInteger cautiousGroups = new AtomicInteger();

    LedgerWriter(Pool pool, LedgerMetrics metrics) {
        this.pool = pool;
        this.metrics = metrics;
    }

    /** The verdicts, in the order of the submissions. */
    public CompletionStage<List<Verdict>> append(List<Submission> group) {
        long startedNanos = System.nanoTime();
        boolean hopeful = group.size() >= HOPEFUL_FROM && cautiousGroups.getAndUpdate(n -> Math.max(0, n - 1)) == 0;
        return (hopeful ? appendNew(group) : appendCautiously(group))
                .compose(written -> verdicts(group, written))
                .onSuccess(verdicts -> metrics.committed(group, verdicts, System.nanoTime() - startedNanos))
                .onFailure(failure -> LOG.warnf("a group of %d could not be committed: %s", group.size(), failure))
                .toCompletionStage();
    }

    private Future<Written> appendCautiously(List<Submission> group) {
        return inTransaction(LedgerSql.APPEND, group)
                .map(rows -> Written.of(rows.iterator().next()));
    }

    /** Large groups are nearly always new as a whole; where one is not, it and some that follow go the cautious way. */
    private Future<Written> appendNew(List<Submission> group) {
        return inTransaction(LedgerSql.APPEND_NEW, group)
                .map(rows -> Written.allNew(rows.rowCount()))
                .recover(failure -> {
                    if (failure instanceof PgException e && UNIQUE_VIOLATION.equals(e.getSqlState())) {
                        cautiousGroups.set(CAUTIOUS_GROUPS);
                        return appendCautiously(group);
                    }
                    return Future.failedFuture(failure);
                });
    }

    private Future<RowSet<Row>> inTransaction(String append, List<Submission> group) {
        return pool.getConnection()
                .compose(connection -> inTransaction(connection, append, group).onComplete(done -> connection.close()));
    }

    /** The three are sent without waiting for one another; where the append fails, the commit rolls back. */
    private static Future<RowSet<Row>> inTransaction(SqlConnection connection, String append, List<Submission> group) {
        Future<RowSet<Row>> begun = connection.query(LedgerSql.BEGIN).execute();
        Future<RowSet<Row>> appended = connection.preparedQuery(append).execute(Columns.of(group));
        Future<RowSet<Row>> committed = connection.query("commit").execute();
        return Future.join(begun, appended, committed).map(all -> appended.result());
    }

    private Future<List<Verdict>> verdicts(List<Submission> group, Written written) {
        if (written.count() == group.size()) {
            return Future.succeededFuture(Collections.nCopies(group.size(), Verdict.ACCEPTED));
        }
        return pool.preparedQuery(LedgerSql.LOOK_UP)
                .execute(Columns.keysOf(group))
                .map(rows -> judge(group, written, rows));
    }

    private static List<Verdict> judge(List<Submission> group, Written written, RowSet<Row> rows) {
        List<Verdict> verdicts = new ArrayList<>(group.size());
        Set<Long> claimed = new HashSet<>();
        for (Row row : rows) {
            Submission submission = group.get(verdicts.size());
            Long position = row.getLong(1);
            if (position == null) {
                verdicts.add(Verdict.NO_CONSENT);
            } else if (row.getLong(2) != submission.contentHash()) {
                verdicts.add(row.getBoolean(3) ? Verdict.CONFLICT : Verdict.NO_CONSENT);
            } else {
                // The same record twice in a group: the first has brought it in.
                boolean ours = written.has(position) && claimed.add(position);
                verdicts.add(ours ? Verdict.ACCEPTED : Verdict.DUPLICATE);
            }
        }
        return verdicts;
    }

    /** Under the lock nobody else draws positions, so all between the first and the last are this group's. */
    private record Written(long count, long first, long last) {
        static Written of(Row row) {
            long count = row.getLong(0);
            return count == 0 ? new Written(0, 0, -1) : new Written(count, row.getLong(1), row.getLong(2));
        }

        static Written allNew(long count) {
            return new Written(count, 0, Long.MAX_VALUE);
        }

        boolean has(long position) {
            return first <= position && position <= last;
        }
    }

    /** Rows to columns: one array a column is what makes one statement of many rows. */
    private static final class Columns {
        static Tuple of(List<Submission> group) {
            int size = group.size();
            String[] kinds = new String[size];
            Long[] occurred = new Long[size];
            Long[] amounts = new Long[size];
            String[] currencies = new String[size];
            Long[] counts = new Long[size];
            String[] merchantCategories = new String[size];
            Long[] hashes = new Long[size];
            for (int i = 0; i < size; i++) {
                Submission submission = group.get(i);
                kinds[i] = submission.kind();
                occurred[i] = submission.occurredAtMicros();
                amounts[i] = submission.amountMinor();
                currencies[i] = submission.currency();
                counts[i] = submission.count();
                merchantCategories[i] = submission.merchantCategory();
                hashes[i] = submission.contentHash();
            }
            return keysOf(group)
                    .addArrayOfString(kinds)
                    .addArrayOfLong(occurred)
                    .addArrayOfLong(amounts)
                    .addArrayOfString(currencies)
                    .addArrayOfLong(counts)
                    .addArrayOfString(merchantCategories)
                    .addArrayOfLong(hashes);
        }

        static Tuple keysOf(List<Submission> group) {
            int size = group.size();
            String[] partners = new String[size];
            String[] ids = new String[size];
            String[] members = new String[size];
            for (int i = 0; i < size; i++) {
                Submission submission = group.get(i);
                partners[i] = submission.partner();
                ids[i] = submission.id();
                members[i] = submission.member();
            }
            return Tuple.tuple()
                    .addArrayOfString(partners)
                    .addArrayOfString(ids)
                    .addArrayOfString(members);
        }
    }
}
