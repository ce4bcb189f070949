package dev.standing.scoring.publication;

import dev.standing.contracts.event.Event;
import dev.standing.contracts.event.ScoreEvent;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.score.Band;
import dev.standing.contracts.score.DimensionPoints;
import dev.standing.database.Columns;
import dev.standing.database.Session;
import dev.standing.scoring.scorecard.Bands;
import dev.standing.scoring.scorecard.Causes;
import dev.standing.scoring.scorecard.Dimension;
import dev.standing.scoring.scorecard.Scorecard;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/** Every change of a published score, in order. Written by the loop alone, so position order is commit order. */
public final class ScoreJournal {
    private static final int PAGE = 10_000;
    private static final String APPEND = """
            insert into score_journal (member, sequence, score, band, base, base_band, history, capacity, behaviour,
                                       identity, connections, tenure_in_days, first_day, causes, scorecard, cause,
                                       cause_at, trace, as_of)
            select member, sequence, score, band, base, base_band, history, capacity, behaviour, identity,
                   connections, tenure_in_days, first_day, causes, scorecard, cause, cause_at, trace, $19
            from unnest($1::text[], $2::bigint[], $3::int[], $4::text[], $5::int[], $6::text[], $7::int[], $8::int[],
                        $9::int[], $10::int[], $11::int[], $12::int[], $13::int[], $14::text[], $15::text[],
                        $16::text[], $17::timestamptz[], $18::text[])
                 with ordinality
                 as change (member, sequence, score, band, base, base_band, history, capacity, behaviour, identity,
                            connections, tenure_in_days, first_day, causes, scorecard, cause, cause_at, trace, place)
            order by place
            """;

    private ScoreJournal() {}

    /**
     * Appends changes.
     *
     * @param traces by member, where the traces of their records stand
     * @param asOf when they were computed
     */
    public static void append(
            Session session, List<ScoreChange> changes, Map<String, String> traces, Bands bands, Instant asOf) {
        Columns<ScoreChange> columns = columns(bands).text(change -> traces.get(change.member()));
        changes.stream()
                .gather(Gatherers.windowFixed(PAGE))
                .forEach(page ->
                        session.send(APPEND, columns.of(page).addOffsetDateTime(asOf.atOffset(ZoneOffset.UTC))));
    }

    private static Columns<ScoreChange> columns(Bands bands) {
        Columns<ScoreChange> columns = Columns.of(ScoreChange.class)
                .text(ScoreChange::member)
                .int8(ScoreChange::sequence)
                .int4(ScoreChange::score)
                .text(change -> bands.of(change.score()).code())
                .int4(ScoreChange::base)
                .text(change -> bands.of(change.base()).code());
        for (Dimension dimension : Dimension.values()) {
            columns = columns.int4(change -> change.points()[dimension.index()]);
        }
        return columns.int4(ScoreChange::tenureInDays)
                .int4(ScoreChange::firstDay)
                .text(ScoreChange::causes)
                .text(ScoreChange::scorecard)
                .text(change -> change.cause().code())
                .timestamptz(ScoreChange::causeAt);
    }

    /**
     * One entry as it is published.
     *
     * @param scorecards by name and version, null where there is none of that name
     */
    static ScoreEvent event(Row row, Function<String, @Nullable Scorecard> scorecards) {
        Map<String, Integer> points = new TreeMap<>();
        for (Dimension dimension : Dimension.values()) {
            points.put(dimension.code(), row.getInteger(dimension.code()));
        }
        return new ScoreEvent(
                Event.CURRENT_VERSION,
                new MemberId(row.getString("member")),
                row.getLong("sequence"),
                row.getInteger("score"),
                Band.of(row.getString("band")),
                row.getInteger("base"),
                Band.of(row.getString("base_band")),
                row.getInteger("score") - row.getInteger("base"),
                new DimensionPoints(points),
                row.getInteger("tenure_in_days"),
                day(row.getInteger("first_day")),
                row.getString("scorecard"),
                Causes.read(row.getString("causes"), scorecards.apply(row.getString("scorecard"))),
                row.getString("cause"),
                row.getOffsetDateTime("cause_at").toInstant(),
                row.getOffsetDateTime("as_of").toInstant());
    }

    private static @Nullable LocalDate day(@Nullable Integer day) {
        return day == null ? null : LocalDate.ofEpochDay(day);
    }
}
