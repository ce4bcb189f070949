package dev.standing.ingest.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The ledger as the routes see it: take a record in, look one up, take one back. */
@ApplicationScoped
public class Ledger {
    private final Pool pool;
    private final LedgerWriter writer;
    private final GroupCommit<Submission, Verdict> groupCommit;
    private final LedgerMetrics metrics;

    Ledger(Pool pool, LedgerWriter writer, GroupCommitConfig config, LedgerMetrics metrics) {
        this.pool = pool;
        this.writer = writer;
        this.metrics = metrics;
        groupCommit = new GroupCommit<>(writer::append, config.maxSize(), config.capacity());
    }

    /** Commits one record together with what else has just arrived. */
    public CompletionStage<Verdict> accept(Submission submission) {
        return groupCommit.submit(submission);
    }

    /** Commits what one caller sent as a whole, in one group of its own. */
    public CompletionStage<List<Verdict>> acceptAll(List<Submission> submissions) {
        return writer.append(submissions);
    }

    /** The partner's record, or null where it sent none of that id. */
    public CompletionStage<@Nullable LedgerRecord> find(String partner, String id) {
        return find(pool.preparedQuery(LedgerSql.FIND).execute(Tuple.of(partner, id)))
                .toCompletionStage();
    }

    /** Takes the partner's record back; repeating it changes nothing. Null where there is none of that id. */
    public CompletionStage<@Nullable LedgerRecord> retract(String partner, String id) {
        return pool.getConnection()
                .compose(
                        connection -> retract(connection, Tuple.of(partner, id)).onComplete(done -> connection.close()))
                .toCompletionStage();
    }

    private static Future<@Nullable LedgerRecord> retract(SqlConnection connection, Tuple key) {
        Future<RowSet<Row>> begun = connection.query(LedgerSql.BEGIN).execute();
        Future<RowSet<Row>> retracted =
                connection.preparedQuery(LedgerSql.RETRACT).execute(key);
        Future<RowSet<Row>> committed = connection.query("commit").execute();
        return Future.join(begun, retracted, committed)
                .compose(done -> find(connection.preparedQuery(LedgerSql.FIND).execute(key)));
    }

    private static Future<@Nullable LedgerRecord> find(Future<RowSet<Row>> rows) {
        return rows.map(found -> {
            for (Row row : found) {
                return new LedgerRecord(
                        row.getString(0),
                        row.getLong(1),
                        row.getOffsetDateTime(2).toInstant(),
                        row.getOffsetDateTime(3) == null
                                ? null
                                : row.getOffsetDateTime(3).toInstant());
            }
            return null;
        });
    }

    /** Whether records wait for a commit although none has come about for that long: something is stuck. */
    public boolean stuckFor(Duration time) {
        return groupCommit.waiting() > 0 && metrics.nanosSinceCommit() > time.toNanos();
    }

    /**
     * A record's place in the ledger.
     *
     * @param position where it was accepted
     * @param retractedAt null where it counts
     */
    public record LedgerRecord(
            String member,
            long position,
            Instant acceptedAt,
            @Nullable Instant retractedAt) {}
}
