package dev.standing.scoring.activity;

import dev.standing.database.Columns;
import dev.standing.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Activity in the database: a row for what a member did with a partner, {@link PackedActivity packed}. */
final class ActivityStore {
    private static final String SAVE = """
            insert into member_activity (member, partner, packed)
            select * from unnest($1::text[], $2::text[], $3::bytea[])
            on conflict (member, partner) do update set packed = excluded.packed
            """;
    private static final String DROP = """
            delete from member_activity using unnest($1::text[], $2::text[]) as undone (member, partner)
            where member_activity.member = undone.member and member_activity.partner = undone.partner
            """;
    private static final String LOAD = "select member, partner, packed from member_activity where member = any($1)";

    private static final Columns<WithPartner> KEYS =
            Columns.of(WithPartner.class).text(WithPartner::member).text(WithPartner::partner);
    private static final Columns<WithPartner> COLUMNS = KEYS.bytea(each -> PackedActivity.of(each.activity()));

    private ActivityStore() {}

    /**
     * What one member did with one partner.
     *
     * @param activity all of it, and nothing else
     */
    record WithPartner(String member, String partner, Activity activity) {
        boolean isNothing() {
            return activity.isEmpty();
        }
    }

    /** Writes what changed, as it is now. */
    static void save(Session session, Collection<WithPartner> changed) {
        List<WithPartner> kept =
                changed.stream().filter(each -> !each.isNothing()).toList();
        if (!kept.isEmpty()) {
            session.send(SAVE, COLUMNS.of(kept));
        }
        List<WithPartner> undone =
                changed.stream().filter(WithPartner::isNothing).toList();
        if (!undone.isEmpty()) {
            session.send(DROP, KEYS.of(undone));
        }
    }

    /** The activity of members, each of them there, by name. */
    static Map<String, Activity> load(Session session, Collection<String> members) {
        Map<String, Activity> activities = HashMap.newHashMap(members.size());
        members.forEach(member -> activities.put(member, new Activity()));
        for (Row row : session.run(LOAD, (Object) members.toArray(String[]::new))) {
            Activity activity = activities.get(row.getString(0));
            if (activity != null) {
                PackedActivity.addTo(
                        activity, row.getString(1).intern(), row.getBuffer(2).getBytes());
            }
        }
        return activities;
    }
}
