package dev.standing.scoring.activity;

import dev.standing.database.Columns;
import dev.standing.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Activity in the database, whose sums have no bound; what is read of them stops at the greatest long. */
final class ActivityStore {
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

    /** Adds deltas, at most one for each cell, and drops cells whose last record is undone. */
    static void add(Session session, Collection<Delta> deltas) {
        if (!deltas.isEmpty()) {
            session.run(ADD, COLUMNS.of(deltas));
        }
        String[] undone = deltas.stream()
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
        for (Row row : session.run(LOAD, (Object) members.toArray(String[]::new))) {
            SeriesKey key = new SeriesKey(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
            Activity activity = activities.get(row.getString(0));
            if (activity != null) {
                activity.add(key, row.getInteger(5), row.getLong(6), row.getLong(7));
            }
        }
        return activities;
    }
}
