package dev.standing.scoring.member;

import dev.standing.contracts.event.TieEvent;
import dev.standing.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ties in the database: of each pair the highest version. */
public final class TieStore {
    private static final int PAGE = 20_000;
    private static final String APPLY = """
            insert into tie (a, b, active, weight, version, changed_day)
            select * from unnest($1::text[], $2::text[], $3::bool[], $4::double precision[], $5::bigint[], $6::int[])
            on conflict (a, b) do update set active = excluded.active, weight = excluded.weight,
                version = excluded.version, changed_day = excluded.changed_day
                where excluded.version > tie.version
            returning new.a, new.b, coalesce(old.active, false) as was_active
            """;

    private TieStore() {}

    /**
     * A tie that changed.
     *
     * @param wasActive whether it was active before
     */
    public record Change(TieEvent event, boolean wasActive) {}

    /** Writes what is news and says what it was. */
    public static List<Change> apply(Session session, List<TieEvent> events) {
        Map<String, TieEvent> latest = new LinkedHashMap<>();
        for (TieEvent event : events) {
            latest.merge(
                    pair(event.a().value(), event.b().value()),
                    event,
                    (x, y) -> x.tieVersion() >= y.tieVersion() ? x : y);
        }
        List<Change> changes = new ArrayList<>();
        if (latest.isEmpty()) {
            return changes;
        }
        int n = latest.size();
        String[] as = new String[n];
        String[] bs = new String[n];
        Boolean[] active = new Boolean[n];
        Double[] weights = new Double[n];
        Long[] versions = new Long[n];
        Integer[] days = new Integer[n];
        int i = 0;
        for (TieEvent event : latest.values()) {
            as[i] = event.a().value();
            bs[i] = event.b().value();
            active[i] = event.state() == TieEvent.State.ACTIVE;
            weights[i] = event.weight();
            versions[i] = event.tieVersion();
            days[i] = day(event.at());
            i++;
        }
        for (Row row : session.run(APPLY, as, bs, active, weights, versions, days)) {
            TieEvent event = latest.get(pair(row.getString(0), row.getString(1)));
            if (event != null) {
                changes.add(new Change(event, row.getBoolean(2)));
            }
        }
        return changes;
    }

    /** Tells the engine a change. */
    public static void tell(Community community, Change change) {
        TieEvent event = change.event();
        Member a = community.member(event.a().value());
        Member b = community.member(event.b().value());
        switch (event.state()) {
            case ACTIVE -> community.tie(a, b, event.weight());
            case SEVERED -> {
                if (change.wasActive()) {
                    community.sever(a, b, day(event.at()));
                } else {
                    community.remember(a, b, event.weight(), day(event.at()));
                }
            }
        }
    }

    /** Tells the engine all ties, the remembered ones too; {@code alive} is called now and then. */
    public static void load(Session session, Community community, int oldestRememberedDay, Runnable alive) {
        String afterA = "";
        String afterB = "";
        int read = PAGE;
        while (read == PAGE) {
            read = 0;
            for (Row row : session.run("""
                    select a, b, active, weight, changed_day from tie
                    where (a, b) > ($1, $2) and (active or changed_day >= $3) order by a, b limit $4
                    """, afterA, afterB, oldestRememberedDay, PAGE)) {
                afterA = row.getString(0);
                afterB = row.getString(1);
                Member a = community.member(afterA);
                Member b = community.member(afterB);
                if (row.getBoolean(2)) {
                    community.tie(a, b, row.getDouble(3));
                } else {
                    community.remember(a, b, row.getDouble(3), row.getInteger(4));
                }
                read++;
            }
            alive.run();
        }
    }

    private static String pair(String a, String b) {
        return a + '\n' + b;
    }

    private static int day(Instant instant) {
        return Math.toIntExact(LocalDate.ofInstant(instant, ZoneOffset.UTC).toEpochDay());
    }
}
