package dev.standing.ingest.ledger;

import dev.standing.contracts.identity.PartnerId;
import dev.standing.delivery.trace.Traceparent;
import dev.standing.delivery.trace.Traces;
import dev.standing.ingest.outcome.OutcomeState;
import dev.standing.ingest.setup.IngestConfig;
import dev.standing.web.patience.Patience;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The ledger as the routes see it: take a record in, look one up, take one back. */
@ApplicationScoped
public class Ledger {
    private static final String ACCEPT = "accept record";

    private final Pool pool;
    private final LedgerWriter writer;
    private final Traces traces;
    private final GroupCommit<Submission, OutcomeState> groupCommit;

    Ledger(Pool pool, LedgerWriter writer, Traces traces, IngestConfig config, Patience patience) {
        this.pool = pool;
        this.writer = writer;
        this.traces = traces;
        groupCommit = new GroupCommit<>(
                group -> patience.bound(writer.append(group)),
                config.groupCommit().maxSize(),
                config.groupCommit().capacity());
    }

    /** Commits one record together with what else has just arrived. */
    public Uni<OutcomeState> accept(Submission submission) {
        return Uni.createFrom().deferred(() -> {
            Span span = traces.begin(ACCEPT);
            return groupCommit
                    .submit(submission.tracedAs(Traceparent.of(span.getSpanContext())))
                    .onTermination()
                    .invoke(() -> span.end());
        });
    }

    /** Commits what one caller sent as a whole, in one group of its own. */
    public Uni<List<OutcomeState>> acceptAll(List<Submission> submissions) {
        return Uni.createFrom().deferred(() -> {
            List<Span> spans =
                    submissions.stream().map(each -> traces.begin(ACCEPT)).toList();
            List<Submission> traced = new ArrayList<>(submissions.size());
            for (Submission each : submissions) {
                traced.add(each.tracedAs(Traceparent.of(spans.get(traced.size()).getSpanContext())));
            }
            return writer.append(traced).onTermination().invoke(() -> spans.forEach(Span::end));
        });
    }

    /** The partner's record, or null where it sent none of that id. */
    public Uni<@Nullable LedgerRecord> find(PartnerId partner, String id) {
        return pool.preparedQuery(LedgerSql.FIND)
                .execute(Tuple.of(partner.value(), id))
                .map(Ledger::first);
    }

    /** Takes the partner's record back; repeating it changes nothing. Null where there is none of that id. */
    public Uni<@Nullable LedgerRecord> retract(PartnerId partner, String id) {
        return pool.withConnection(connection -> LedgerTransaction.run(
                                connection, LedgerSql.RETRACT, Tuple.of(partner.value(), id))
                        .replaceWithVoid())
                .chain(() -> find(partner, id));
    }

    /** The same in the session's transaction, which holds the ledger's lock. */
    public Uni<Void> retract(Mutiny.Session session, PartnerId partner, String id) {
        return session.createNativeQuery(LedgerSql.RETRACT_IN_SESSION)
                .setParameter(1, partner.value())
                .setParameter(2, id)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static @Nullable LedgerRecord first(RowSet<Row> found) {
        for (Row row : found) {
            OffsetDateTime retractedAt = row.getOffsetDateTime(3);
            return new LedgerRecord(
                    row.getString(0),
                    row.getLong(1),
                    row.getOffsetDateTime(2).toInstant(),
                    retractedAt == null ? null : retractedAt.toInstant());
        }
        return null;
    }

    /** Whether records wait for a commit although no group has ended for that long, well or badly: something is stuck. */
    public boolean stuckFor(Duration time) {
        return groupCommit.stuckFor(time);
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
