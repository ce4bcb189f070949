package dev.standing.scoring.scores;

import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.scoring.activity.Activity;
import dev.standing.scoring.activity.SeriesKey;
import dev.standing.web.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads published scores. Each question is one statement, hence one moment. */
@Singleton
final class ScoreReader {
    private static final String SNAPSHOT = """
            select m.base, m.score, m.scorecard, m.changed_at, m.day as as_of_day,
                   a.partner, a.kind, a.category_group, a.currency, a.day, a.records,
                   least(a.amount_minor, 9223372036854775807)::bigint as amount_minor
            from member m
            left join activity a on a.member = m.member and exists (
                select from consent c
                where c.member = m.member and c.purpose = 'records' and c.partner = a.partner and c.granted)
            where m.member = $1 and m.score is not null
            """;
    private static final String FOR_PARTNER = """
             and exists (
                select from consent c
                where c.member = m.member and c.purpose = 'records' and c.partner = $2 and c.granted)
            """;
    private static final String HISTORY = """
            select as_of, score, band, base, scorecard, cause from score_journal
            where member = $1 and as_of >= $2 and as_of < $3 order by sequence limit $4
            """;

    private final Pool pool;

    ScoreReader(Pool pool) {
        this.pool = pool;
    }

    Uni<Snapshot> snapshot(MemberId member) {
        return snapshot(member, SNAPSHOT, Tuple.of(member.value()));
    }

    /** As a partner sees it: not there unless the member lets that partner send records. */
    Uni<Snapshot> snapshotFor(PartnerId partner, MemberId member) {
        return snapshot(member, SNAPSHOT + FOR_PARTNER, Tuple.of(member.value(), partner.value()));
    }

    private Uni<Snapshot> snapshot(MemberId member, String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).map(rows -> snapshot(member, rows));
    }

    private static Snapshot snapshot(MemberId member, RowSet<Row> rows) {
        Activity activity = new Activity();
        @Nullable Row first = null;
        for (Row row : rows) {
            first = row;
            if (row.getString("partner") != null) {
                SeriesKey key = new SeriesKey(
                        row.getString("partner"),
                        row.getString("kind"),
                        row.getString("category_group"),
                        row.getString("currency"));
                activity.add(key, row.getInteger("day"), row.getLong("records"), row.getLong("amount_minor"));
            }
        }
        if (first == null) {
            throw ProblemException.notFound("The member");
        }
        return new Snapshot(
                member.value(),
                first.getInteger("base"),
                first.getInteger("score"),
                first.getString("scorecard"),
                first.getInteger("as_of_day"),
                first.getOffsetDateTime("changed_at").toInstant(),
                activity);
    }

    /** Changes from one instant, included, to another, left out; oldest first. */
    Uni<List<ScoreHistory.Change>> history(MemberId member, Instant from, Instant to, int most) {
        Tuple parameters = Tuple.of(
                member.value(),
                OffsetDateTime.ofInstant(from, ZoneOffset.UTC),
                OffsetDateTime.ofInstant(to, ZoneOffset.UTC),
                most);
        return pool.preparedQuery(HISTORY).execute(parameters).map(rows -> {
            List<ScoreHistory.Change> changes = new ArrayList<>();
            for (Row row : rows) {
                changes.add(new ScoreHistory.Change(
                        row.getOffsetDateTime(0).toInstant(),
                        row.getInteger(1),
                        row.getString(2),
                        row.getInteger(3),
                        row.getInteger(1) - row.getInteger(3),
                        row.getString(4),
                        row.getString(5)));
            }
            return changes;
        });
    }
}
