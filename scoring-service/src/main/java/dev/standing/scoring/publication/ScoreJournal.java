package dev.standing.scoring.publication;

import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.ScoreEvent;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.score.Band;
import dev.standing.contracts.score.DimensionPoints;
import dev.standing.database.Session;
import dev.standing.scoring.member.Member;
import dev.standing.scoring.member.ScoreChange;
import dev.standing.scoring.scorecard.Dimension;
import dev.standing.scoring.scorecard.Scorecard;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Every change of a published score, in order. Written by the loop alone, so position order is commit order. */
public final class ScoreJournal {
    private static final int PAGE = 10_000;
    private static final String APPEND = """
            insert into score_journal (member, sequence, score, band, base, base_band, history, capacity, behaviour,
                                       identity, connections, tenure_in_days, scorecard, cause, cause_at, as_of)
            select member, sequence, score, band, base, base_band, history, capacity, behaviour, identity,
                   connections, tenure_in_days, $13, cause, coalesce(cause_at, $15), $15
            from unnest($1::text[], $2::bigint[], $3::int[], $4::text[], $5::int[], $6::text[], $7::int[], $8::int[],
                        $9::int[], $10::int[], $11::int[], $12::int[], $14::text[], $16::timestamptz[])
                 with ordinality
                 as change (member, sequence, score, band, base, base_band, history, capacity, behaviour, identity,
                            connections, tenure_in_days, cause, cause_at, place)
            order by place
            """;

    private ScoreJournal() {}

    /**
     * Appends changes.
     *
     * @param asOf when they were computed; on the day of evaluation
     */
    public static void append(
            Session session, List<ScoreChange> changes, Scorecard scorecard, int asOfDay, Instant asOf) {
        for (int from = 0; from < changes.size(); from += PAGE) {
            appendPage(
                    session,
                    changes.subList(from, Math.min(changes.size(), from + PAGE)),
                    scorecard,
                    asOfDay,
                    OffsetDateTime.ofInstant(asOf, ZoneOffset.UTC));
        }
    }

    private static void appendPage(
            Session session, List<ScoreChange> changes, Scorecard scorecard, int asOfDay, OffsetDateTime asOf) {
        int n = changes.size();
        String[] members = new String[n];
        Long[] sequences = new Long[n];
        Integer[] scores = new Integer[n];
        String[] bands = new String[n];
        Integer[] bases = new Integer[n];
        String[] baseBands = new String[n];
        Integer[][] points = new Integer[Dimension.values().length][n];
        Integer[] tenures = new Integer[n];
        String[] causes = new String[n];
        OffsetDateTime[] causeAts = new OffsetDateTime[n];
        for (int i = 0; i < n; i++) {
            ScoreChange change = changes.get(i);
            members[i] = change.member();
            sequences[i] = change.sequence();
            scores[i] = change.score();
            bands[i] = scorecard.bands().of(change.score()).code();
            bases[i] = change.base();
            baseBands[i] = scorecard.bands().of(change.base()).code();
            for (int d = 0; d < points.length; d++) {
                points[d][i] = change.points()[d];
            }
            tenures[i] = change.firstDay() == Member.NO_DAY ? 0 : asOfDay - change.firstDay();
            causes[i] = change.cause().code();
            causeAts[i] = OffsetDateTime.ofInstant(change.causeAt(), ZoneOffset.UTC);
        }
        session.run(
                APPEND,
                members,
                sequences,
                scores,
                bands,
                bases,
                baseBands,
                points[0],
                points[1],
                points[2],
                points[3],
                points[4],
                tenures,
                scorecard.id(),
                causes,
                asOf,
                causeAts);
    }

    /** One entry as it is published. */
    static ScoreEvent event(Row row) {
        Map<String, Integer> points = new TreeMap<>();
        for (Dimension dimension : Dimension.values()) {
            points.put(dimension.code(), row.getInteger(dimension.code()));
        }
        return new ScoreEvent(
                Event.CURRENT_VERSION,
                new MemberId(row.getString("member")),
                row.getLong("sequence"),
                row.getInteger("score"),
                band(row.getString("band")),
                row.getInteger("base"),
                band(row.getString("base_band")),
                row.getInteger("score") - row.getInteger("base"),
                new DimensionPoints(points),
                row.getInteger("tenure_in_days"),
                row.getString("scorecard"),
                row.getString("cause"),
                row.getOffsetDateTime("cause_at").toInstant(),
                row.getOffsetDateTime("as_of").toInstant());
    }

    private static Band band(String code) {
        return Band.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
