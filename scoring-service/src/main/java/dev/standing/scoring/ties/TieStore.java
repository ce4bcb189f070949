package dev.standing.scoring.ties;

import dev.standing.contracts.event.TieEvent;
import dev.standing.database.Columns;
import dev.standing.database.CopyRow.TextNumber;
import dev.standing.database.Session;
import dev.standing.database.Snapshot;
import dev.standing.scoring.calendar.EpochDay;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Ties in the database: of each pair the highest version. */
public final class TieStore {
    private static final String APPLY = """
            insert into tie (a, b, active, weight, version, changed_day)
            select * from unnest($1::text[], $2::text[], $3::bool[], $4::double precision[], $5::bigint[], $6::int[])
            on conflict (a, b) do update set active = excluded.active, weight = excluded.weight,
                version = excluded.version, changed_day = excluded.changed_day
                where excluded.version > tie.version
            returning new.a, new.b, coalesce(old.active, false) as was_active
            """;
    private static final Columns<TieEvent> COLUMNS = Columns.of(TieEvent.class)
            .text(event -> event.a().value())
            .text(event -> event.b().value())
            .bool(event -> event.state() == TieEvent.State.ACTIVE)
            .float8(TieEvent::weight)
            .int8(TieEvent::tieVersion)
            .int4(event -> EpochDay.of(event.at()));

    private record Pair(String a, String b) {}

    private TieStore() {}

    /** Writes what is news and says what it was. */
    public static List<TieChange> apply(Session session, List<TieEvent> events) {
        Map<Pair, TieEvent> latest = new LinkedHashMap<>();
        for (TieEvent event : events) {
            latest.merge(
                    new Pair(event.a().value(), event.b().value()),
                    event,
                    (x, y) -> x.tieVersion() >= y.tieVersion() ? x : y);
        }
        List<TieChange> changes = new ArrayList<>();
        if (latest.isEmpty()) {
            return changes;
        }
        for (Row row : session.run(APPLY, COLUMNS.of(latest.values()))) {
            TieEvent event = latest.get(new Pair(row.getString(0), row.getString(1)));
            if (event != null) {
                changes.add(new TieChange(event, row.getBoolean(2)));
            }
        }
        return changes;
    }

    /**
     * All ties that are active or were severed on that day or later, in any order.
     *
     * @param member the number of a member, by name
     */
    public static void each(
            Snapshot snapshot, int oldestSeveredDay, Runnable progress, TextNumber member, Consumer<Tie> reader) {
        snapshot.each(
                "select a, b, active, weight, changed_day from tie where active or changed_day >= " + oldestSeveredDay,
                progress,
                row -> reader.accept(
                        new Tie(row.textAs(member), row.textAs(member), row.bool(), row.float8(), row.int4())));
    }
}
