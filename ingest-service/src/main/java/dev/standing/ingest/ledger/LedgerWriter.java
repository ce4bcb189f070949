package dev.standing.ingest.ledger;

import dev.standing.database.Columns;
import dev.standing.database.Fault;
import dev.standing.delivery.trace.SharedWork;
import dev.standing.delivery.trace.Traces;
import dev.standing.ingest.outcome.OutcomeState;
import io.opentelemetry.api.trace.SpanKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

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

    private static final Columns<Submission> KEYS = Columns.of(Submission.class)
            .text(submission -> submission.partner().value())
            .text(Submission::id)
            .text(Submission::member);
    private static final Columns<Submission> COLUMNS = KEYS.text(Submission::kind)
            .int8(Submission::occurredAtMicros)
            .int8(Submission::amountMinor)
            .text(Submission::currency)
            .int8(Submission::count)
            .text(Submission::merchantCategory)
            .int8(Submission::contentHash)
            .text(Submission::trace);

    private final Pool pool;
    private final LedgerMetrics metrics;
    private final Traces traces;
    private final AtomicInteger cautiousGroups = new AtomicInteger();

    LedgerWriter(Pool pool, LedgerMetrics metrics, Traces traces) {
        this.pool = pool;
        this.metrics = metrics;
        this.traces = traces;
    }

    /**
     * The outcomes, in the order of the submissions: {@link OutcomeState#REFUSED} where there is no consent, and
     * {@link OutcomeState#FAILED} for one that the database itself will not take.
     */
    Uni<List<OutcomeState>> append(List<Submission> group) {
        return Uni.createFrom()
                .deferred(() -> appendTogether(group))
                .onFailure(LedgerWriter::isOfARow)
                .recoverWithUni(failure -> appendApart(group, failure))
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("a group of %d could not be committed: %s", group.size(), Fault.text(failure)));
    }

    private Uni<List<OutcomeState>> appendTogether(List<Submission> group) {
        long startedNanos = System.nanoTime();
        SharedWork work = traces.share(
                "commit record",
                SpanKind.INTERNAL,
                group.stream().<@Nullable String>map(Submission::trace).toList());
        boolean hopeful = group.size() >= HOPEFUL_FROM && cautiousGroups.getAndUpdate(n -> Math.max(0, n - 1)) == 0;
        return (hopeful ? appendNew(group) : append(LedgerSql.APPEND, group))
                .invoke(work::end)
                .chain(written -> outcomes(group, written))
                .invoke(outcomes -> metrics.committed(group.size(), outcomes, System.nanoTime() - startedNanos));
    }

    /** Large groups are nearly always new as a whole; where one is not, it and some that follow go the cautious way. */
    private Uni<Written> appendNew(List<Submission> group) {
        return append(LedgerSql.APPEND_NEW, group)
                .onFailure(failure -> stateOf(failure).equals(UNIQUE_VIOLATION))
                .recoverWithUni(() -> {
                    cautiousGroups.set(CAUTIOUS_GROUPS);
                    return append(LedgerSql.APPEND, group);
                });
    }

    private Uni<Written> append(String sql, List<Submission> group) {
        return pool.withConnection(connection -> LedgerTransaction.run(connection, sql, COLUMNS.of(group)))
                .map(rows -> Written.of(rows.iterator().next()));
    }

    /** What the database refuses of one row would fail the whole group: halves are tried until it stands alone. */
    private Uni<List<OutcomeState>> appendApart(List<Submission> group, Throwable failure) {
        if (group.size() == 1) {
            LOG.errorf("a record passed admission that the database refuses: %s", Fault.text(failure));
            return Uni.createFrom().item(List.of(OutcomeState.FAILED));
        }
        int middle = group.size() / 2;
        return append(group.subList(0, middle))
                .chain(first -> append(group.subList(middle, group.size())).map(second -> {
                    List<OutcomeState> all = new ArrayList<>(first);
                    all.addAll(second);
                    return all;
                }));
    }

    /** Classes 22, data, and 23, constraints: the same again would fail again. */
    private static boolean isOfARow(Throwable failure) {
        return stateOf(failure).startsWith("22") || stateOf(failure).startsWith("23");
    }

    private static String stateOf(Throwable failure) {
        return failure instanceof PgException database ? String.valueOf(database.getSqlState()) : "";
    }

    private Uni<List<OutcomeState>> outcomes(List<Submission> group, Written written) {
        if (written.count() == group.size()) {
            return Uni.createFrom().item(Collections.nCopies(group.size(), OutcomeState.ACCEPTED));
        }
        return pool.preparedQuery(LedgerSql.LOOK_UP).execute(KEYS.of(group)).map(rows -> judge(group, written, rows));
    }

    private static List<OutcomeState> judge(List<Submission> group, Written written, RowSet<Row> rows) {
        List<OutcomeState> outcomes = new ArrayList<>(group.size());
        Set<Long> claimed = new HashSet<>();
        for (Row row : rows) {
            Submission submission = group.get(outcomes.size());
            Long position = row.getLong(1);
            boolean consent = row.getBoolean(3);
            boolean retracted = row.getBoolean(4);
            if (position == null) {
                outcomes.add(OutcomeState.REFUSED);
            } else if (row.getLong(2) != submission.contentHash()) {
                outcomes.add(consent ? OutcomeState.CONFLICT : OutcomeState.REFUSED);
            } else if (written.has(position) && claimed.add(position)) {
                // The same record twice in a group: the first has brought it in.
                outcomes.add(OutcomeState.ACCEPTED);
            } else {
                outcomes.add(retracted ? OutcomeState.RETRACTED : OutcomeState.DUPLICATE);
            }
        }
        return outcomes;
    }

    /** Under the lock nobody else draws positions, so all between the first and the last are this group's. */
    private record Written(long count, long first, long last) {
        static Written of(Row row) {
            long count = row.getLong(0);
            return count == 0 ? new Written(0, 0, -1) : new Written(count, row.getLong(1), row.getLong(2));
        }

        boolean has(long position) {
            return first <= position && position <= last;
        }
    }
}
