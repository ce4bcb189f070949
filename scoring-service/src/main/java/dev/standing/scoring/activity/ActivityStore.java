package dev.standing.scoring.activity;

import dev.standing.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Activity in the database. */
public final class ActivityStore {
    private static final String ADD = """
            insert into activity (member, partner, kind, category_group, day, records, amount_minor)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::bigint[], $7::bigint[])
            on conflict (member, partner, kind, category_group, day) do update set
                records = activity.records + excluded.records,
                amount_minor = activity.amount_minor + excluded.amount_minor
            """;

    private ActivityStore() {}

    /** Adds deltas, at most one for each cell, and drops cells whose last record is undone. */
    public static void add(Session session, Collection<Delta> deltas) {
        int n = deltas.size();
        String[] members = new String[n];
        String[] partners = new String[n];
        String[] kinds = new String[n];
        String[] groups = new String[n];
        Integer[] days = new Integer[n];
        Long[] records = new Long[n];
        Long[] amounts = new Long[n];
        List<String> undone = new ArrayList<>();
        int i = 0;
        for (Delta delta : deltas) {
            members[i] = delta.member();
            partners[i] = delta.key().partner();
            kinds[i] = delta.key().kind();
            groups[i] = delta.key().categoryGroup();
            days[i] = delta.day();
            records[i] = delta.records();
            amounts[i] = delta.amountMinor();
            if (delta.records() <= 0) {
                undone.add(delta.member());
            }
            i++;
        }
        if (n > 0) {
            session.run(ADD, members, partners, kinds, groups, days, records, amounts);
        }
        if (!undone.isEmpty()) {
            session.run("delete from activity where records = 0 and member = any($1)", (Object)
                    undone.toArray(String[]::new));
        }
    }

    /** The activity of members, each of them there, by name. */
    public static Map<String, Activity> load(Session session, Collection<String> members) {
        Map<String, Activity> activities = new HashMap<>();
        members.forEach(member -> activities.put(member, new Activity()));
        String[] names = members.toArray(String[]::new);
        for (Row row : session.run(
                "select member, partner, kind, category_group, day, records, amount_minor from activity where member = any($1)",
                (Object) names)) {
            SeriesKey key = new SeriesKey(row.getString(1), row.getString(2), row.getString(3));
            Activity activity = activities.get(row.getString(0));
            if (activity != null) {
                activity.add(key, row.getInteger(4), row.getLong(5), row.getLong(6));
            }
        }
        return activities;
    }

    /**
     * A change of one cell.
     *
     * @param records negative where more was undone than done
     */
    public record Delta(String member, SeriesKey key, int day, long records, long amountMinor) {
        Delta plus(Delta other) {
            return new Delta(member, key, day, records + other.records, amountMinor + other.amountMinor);
        }
    }
}
