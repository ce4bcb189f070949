package dev.standing.scoring.member;

import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Consents in the database: of each member, purpose and partner the highest version. */
public final class ConsentStore {
    private static final int PAGE = 20_000;
    private static final String APPLY = """
            insert into consent (member, purpose, partner, granted, version)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::bool[], $5::bigint[])
            on conflict (member, purpose, partner) do update set granted = excluded.granted, version = excluded.version
                where excluded.version > consent.version
            returning member, purpose, partner
            """;

    private record Key(String member, String purpose, String partner) {
        static Key of(ConsentEvent event) {
            @Nullable PartnerId partner = event.partner();
            return new Key(event.member().value(), event.purpose().code(), partner == null ? "" : partner.value());
        }
    }

    private ConsentStore() {}

    /** Writes what is news and says which events were. */
    public static List<ConsentEvent> apply(Session session, List<ConsentEvent> events) {
        Map<Key, ConsentEvent> latest = new LinkedHashMap<>();
        for (ConsentEvent event : events) {
            latest.merge(Key.of(event), event, (x, y) -> x.consentVersion() >= y.consentVersion() ? x : y);
        }
        List<ConsentEvent> news = new ArrayList<>();
        if (latest.isEmpty()) {
            return news;
        }
        String[] members = new String[latest.size()];
        String[] purposes = new String[latest.size()];
        String[] partners = new String[latest.size()];
        Boolean[] granted = new Boolean[latest.size()];
        Long[] versions = new Long[latest.size()];
        int i = 0;
        for (Map.Entry<Key, ConsentEvent> entry : latest.entrySet()) {
            members[i] = entry.getKey().member();
            purposes[i] = entry.getKey().purpose();
            partners[i] = entry.getKey().partner();
            granted[i] = entry.getValue().granted();
            versions[i] = entry.getValue().consentVersion();
            i++;
        }
        for (Row row : session.run(APPLY, members, purposes, partners, granted, versions)) {
            ConsentEvent event = latest.get(new Key(row.getString(0), row.getString(1), row.getString(2)));
            if (event != null) {
                news.add(event);
            }
        }
        return news;
    }

    /** For each of the members the partners whose records count. */
    public static Map<String, Set<String>> partnersOf(Session session, Collection<String> members) {
        Map<String, Set<String>> partners = new HashMap<>();
        members.forEach(member -> partners.put(member, new HashSet<>()));
        for (Row row : session.run(
                "select member, partner from consent where member = any($1) and purpose = 'records' and granted",
                (Object) members.toArray(String[]::new))) {
            Set<String> granted = partners.get(row.getString(0));
            if (granted != null) {
                granted.add(row.getString(1));
            }
        }
        return partners;
    }

    /** Tells the engine who consents to social scoring; {@code alive} is called now and then. */
    public static void load(Session session, Community community, Runnable alive) {
        String after = "";
        int read = PAGE;
        while (read == PAGE) {
            read = 0;
            for (Row row : session.run("""
                    select member from consent
                    where member > $1 and purpose = 'social' and partner = '' and granted order by member limit $2
                    """, after, PAGE)) {
                after = row.getString(0);
                community.consentToTies(community.member(after), true);
                read++;
            }
            alive.run();
        }
    }
}
