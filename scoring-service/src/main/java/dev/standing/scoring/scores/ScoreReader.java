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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads published scores. Each question is one statement, hence one moment. */
@Singleton
final class ScoreReader {
    /** As of the day that everybody is brought to, or the last before it on which what was read of the member's activity is known to hold. */
    private static final String SNAPSHOT = """
            select m.base, m.score, m.changed_at, r.scorecard, r.measured,
                   greatest(m.day, least(e.day, coalesce(m.until_day - 1, m.day))) as as_of_day
            from evaluation e, member m
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
    /** What cannot be noted is not told: both are one statement. */
    private static final String NOTED_FOR_PARTNER = """
            with told as (%s),
                 noted as (
                    insert into score_read (member, partner, score, scorecard)
                    select $1, $2, score, scorecard from told where measured is not null)
            select * from told
            """.formatted(SNAPSHOT + FOR_PARTNER);

    private static final String READS = """
            select at, partner, score, scorecard from score_read
            where member = $1 and at >= $2 and at < $3 order by at, id limit $4
            """;
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

    /**
     * As a partner sees it, and it is noted that it did: null unless the member lets that partner send records, as far as that is
     * known lately.
     */
    Uni<@Nullable Snapshot> snapshotFor(PartnerId partner, MemberId member) {
        return snapshot(member, NOTED_FOR_PARTNER, Tuple.of(member.value(), partner.value(), boundInMillis));
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
        return during(HISTORY, member, period, most, ScoreReader::change);
    }

    /** What partners were told, from one instant, included, to another, left out; oldest first. */
    Uni<List<ScoreReads.Read>> reads(MemberId member, Period period, int most) {
        return during(
                READS,
                member,
                period,
                most,
                row -> new ScoreReads.Read(
                        row.getOffsetDateTime(0).toInstant(), row.getString(1), row.getInteger(2), row.getString(3)));
    }

    private <T> Uni<List<T>> during(String sql, MemberId member, Period period, int most, Function<Row, T> of) {
        Tuple parameters = Tuple.of(
                member.value(),
                period.from().atOffset(ZoneOffset.UTC),
                period.to().atOffset(ZoneOffset.UTC),
                most);
        return pool.preparedQuery(sql).execute(parameters).map(rows -> {
            List<T> found = new ArrayList<>();
            rows.forEach(row -> found.add(of.apply(row)));
            return found;
        });
    }

    private static ScoreHistory.Change change(Row row) {
        return new ScoreHistory.Change(
                row.getOffsetDateTime(0).toInstant(),
                row.getInteger(1),
                row.getString(2),
                row.getInteger(3),
                row.getInteger(1) - row.getInteger(3),
                row.getString(4),
                row.getString(5));
    }
}
