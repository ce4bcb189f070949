package dev.standing.scoring.activity;

import dev.standing.database.Columns;
import dev.standing.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Activity in the database, whose sums have no bound; what is read of them stops at the greatest long. A cell a row, but of
 * members with very many cells they are packed, a series a row, whenever there are too many again: what is read of anybody is
 * bounded in rows, and nothing is lost, so that whatever is undone later and whatever scorecard comes finds each day.
 */
final class ActivityStore {
    /** Cells of a member above which they are packed. */
    static final int MOST_CELLS = 2_000;

    private static final String ADD = """
            insert into activity (member, partner, kind, category_group, currency, day, records, amount_minor)
            select * from unnest(
                $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::bigint[], $8::bigint[])
            on conflict (member, partner, kind, category_group, currency, day) do update set
                records = activity.records + excluded.records,
                amount_minor = activity.amount_minor + excluded.amount_minor
            """;
    private static final String LOAD = """
            select member, partner, kind, category_group, currency, day, records,
                   least(amount_minor, 9223372036854775807)::bigint as amount_minor
            from activity where member = any($1)
            """;
    private static final String LOAD_PACKED = """
            select member, partner, kind, category_group, currency, days, records,
                   array(select least(amount, 9223372036854775807)::bigint
                         from unnest(amounts) with ordinality as u (amount, place) order by place)
            from activity_packed where member = any($1)
            """;
    /** Days with an amount near the bound of what is exact stay as they are: what is packed is added to without one. */
    private static final String PACK = """
            with cell as (
                delete from activity where member = any($1) and amount_minor < 4611686018427387904
                returning member, partner, kind, category_group, currency, day, records, amount_minor),
            series as (
                select distinct member, partner, kind, category_group, currency from cell),
            summed as (
                select member, partner, kind, category_group, currency, day,
                       sum(records)::bigint as records, sum(amount_minor) as amount_minor
                from (
                    select * from cell
                    union all
                    select p.member, p.partner, p.kind, p.category_group, p.currency, d.day, d.records, d.amount_minor
                    from series join activity_packed p using (member, partner, kind, category_group, currency),
                         unnest(p.days, p.records, p.amounts) as d (day, records, amount_minor)) as parts
                group by member, partner, kind, category_group, currency, day)
            insert into activity_packed (member, partner, kind, category_group, currency, days, records, amounts)
            select member, partner, kind, category_group, currency, array_agg(day order by day),
                   array_agg(records order by day), array_agg(amount_minor order by day)
            from summed group by member, partner, kind, category_group, currency
            on conflict (member, partner, kind, category_group, currency) do update
                set days = excluded.days, records = excluded.records, amounts = excluded.amounts
            """;

    private static final Columns<Delta> COLUMNS = Columns.of(Delta.class)
            .text(Delta::member)
            .text(delta -> delta.key().partner())
            .text(delta -> delta.key().kind())
            .text(delta -> delta.key().categoryGroup())
            .text(delta -> delta.key().currency())
            .int4(Delta::day)
            .int8(Delta::records)
            .int8(Delta::amountMinor);

    private ActivityStore() {}

    /** Adds deltas, and drops cells whose last record is undone. */
    static void add(Session session, Deltas deltas) {
        if (!deltas.ofEachCell().isEmpty()) {
            session.send(ADD, COLUMNS.of(deltas.ofEachCell()));
        }
        // A statement cannot change a cell twice.
        deltas.besides().forEach(delta -> session.send(ADD, COLUMNS.of(List.of(delta))));
        String[] undone = deltas.all().stream()
                .filter(delta -> delta.records() <= 0)
                .map(Delta::member)
                .toArray(String[]::new);
        if (undone.length > 0) {
            session.run("delete from activity where records = 0 and member = any($1)", (Object) undone);
        }
    }

    /** The activity of members, each of them there, by name. */
    static Map<String, Activity> load(Session session, Collection<String> members) {
        Map<String, Activity> activities = new HashMap<>();
        members.forEach(member -> activities.put(member, new Activity()));
        String[] names = members.toArray(String[]::new);
        for (Row row : session.run(LOAD_PACKED, (Object) names)) {
            Activity activity = activities.get(row.getString(0));
            if (activity != null) {
                restore(activity, row);
            }
        }
        Map<String, Integer> cells = new HashMap<>();
        for (Row row : session.run(LOAD, (Object) names)) {
            Activity activity = activities.get(row.getString(0));
            if (activity != null) {
                activity.restore(key(row), row.getInteger(5), row.getLong(6), row.getLong(7));
                cells.merge(row.getString(0), 1, Integer::sum);
            }
        }
        pack(session, cells);
        return activities;
    }

    private static void restore(Activity activity, Row packed) {
        SeriesKey key = key(packed);
        Integer[] days = packed.getArrayOfIntegers(5);
        Long[] records = packed.getArrayOfLongs(6);
        Long[] amounts = packed.getArrayOfLongs(7);
        for (int i = 0; i < days.length; i++) {
            activity.restore(key, days[i], records[i], amounts[i]);
        }
    }

    private static SeriesKey key(Row row) {
        return new SeriesKey(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
    }

    private static void pack(Session session, Map<String, Integer> cells) {
        String[] tooMany = cells.entrySet().stream()
                .filter(each -> each.getValue() > MOST_CELLS)
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
        if (tooMany.length > 0) {
            session.run(PACK, (Object) tooMany);
        }
    }
}
