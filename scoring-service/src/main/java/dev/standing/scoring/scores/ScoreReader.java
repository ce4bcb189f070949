package dev.standing.scoring.scores;

import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.scoring.scorecard.Reading;
import dev.standing.scoring.setup.ScoringConfig;
import dev.standing.web.access.Period;
import dev.standing.web.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads published scores. Each question is one statement, hence one moment. */
@Singleton
final class ScoreReader {
    private static final String SNAPSHOT = """
            select m.base, m.score, m.changed_at, m.day as as_of_day, r.scorecard, r.measured
            from member m
            left join reading r on r.member = m.member
            where m.member = $1 and m.score is not null
            """;
    /** The clock is the one that consents were committed by. Told of a time to come, nobody knows how long ago it is. */
    private static final String HEARD = """
            select from heard
            where topic = 'standing.consents'
              and abs(extract(epoch from clock_timestamp() - at)) <= %s::bigint / 1000.0
            """;

    private static final String FOR_PARTNER = """
             and exists (
                select from consent c
                where c.member = m.member and c.purpose = 'records' and c.partner = $2 and c.granted)
             and exists (%s)
            """.formatted(HEARD.formatted("$3"));
    private static final String HISTORY = """
            select as_of, score, band, base, scorecard, cause from score_journal
            where member = $1 and as_of >= $2 and as_of < $3 order by sequence limit $4
            """;

    private final Pool pool;
    private final long boundInMillis;

    ScoreReader(Pool pool, ScoringConfig config) {
        this.pool = pool;
        this.boundInMillis = config.withdrawalBound().toMillis();
    }

    /** Null where there is none. */
    Uni<@Nullable Snapshot> snapshot(MemberId member) {
        return snapshot(member, SNAPSHOT, Tuple.of(member.value()));
    }

    /** As a partner sees it: null unless the member lets that partner send records, as far as that is known lately. */
    Uni<@Nullable Snapshot> snapshotFor(PartnerId partner, MemberId member) {
        return snapshot(member, SNAPSHOT + FOR_PARTNER, Tuple.of(member.value(), partner.value(), boundInMillis));
    }

    /** Whether it is known what members allow: as of no longer ago than the bound. */
    Uni<Boolean> hearsConsents() {
        return pool.preparedQuery(HEARD.formatted("$1"))
                .execute(Tuple.of(boundInMillis))
                .map(rows -> rows.size() > 0);
    }

    private Uni<@Nullable Snapshot> snapshot(MemberId member, String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).map(rows -> snapshot(member, rows));
    }

    private static @Nullable Snapshot snapshot(MemberId member, RowSet<Row> rows) {
        if (rows.size() == 0) {
            return null;
        }
        Row row = rows.iterator().next();
        Long[] measured = row.getArrayOfLongs("measured");
        if (measured == null) {
            throw ProblemException.unavailable("Everybody is being evaluated anew");
        }
        return new Snapshot(
                member.value(),
                row.getInteger("base"),
                row.getInteger("score"),
                row.getString("scorecard"),
                row.getInteger("as_of_day"),
                row.getOffsetDateTime("changed_at").toInstant(),
                new Reading(Arrays.asList(measured)));
    }

    /** Changes from one instant, included, to another, left out; oldest first. */
    Uni<List<ScoreHistory.Change>> history(MemberId member, Period period, int most) {
        Tuple parameters = Tuple.of(
                member.value(),
                period.from().atOffset(ZoneOffset.UTC),
                period.to().atOffset(ZoneOffset.UTC),
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
