package dev.standing.scoring.consents;

import dev.standing.contracts.event.ConsentEvent;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.database.Columns;
import dev.standing.database.CopyRow.TextNumber;
import dev.standing.database.Session;
import dev.standing.database.Snapshot;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Consents in the database: of each member, purpose and partner the highest version. */
public final class ConsentStore {
    private static final String APPLY = """
            insert into consent (member, purpose, partner, granted, version)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::bool[], $5::bigint[])
            on conflict (member, purpose, partner) do update set granted = excluded.granted, version = excluded.version
                where excluded.version > consent.version
            returning member, purpose, partner
            """;
    private static final Columns<ConsentEvent> COLUMNS = Columns.of(ConsentEvent.class)
            .text(event -> event.member().value())
            .text(event -> event.purpose().code())
            .text(ConsentStore::partnerOrNone)
            .bool(ConsentEvent::granted)
            .int8(ConsentEvent::consentVersion);

    private record Key(String member, String purpose, String partner) {
        static Key of(ConsentEvent event) {
            return new Key(event.member().value(), event.purpose().code(), partnerOrNone(event));
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
        for (Row row : session.run(APPLY, COLUMNS.of(latest.values()))) {
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

    /**
     * Everybody whose ties may count, in any order.
     *
     * @param member the number of a member, by name
     */
    public static void eachSocial(Snapshot snapshot, Runnable progress, TextNumber member, IntConsumer reader) {
        snapshot.each(
                "select member from consent where purpose = 'social' and partner = '' and granted",
                progress,
                row -> reader.accept(row.textAs(member)));
    }

    /** The partner as it is stored: empty where the consent is to no partner. */
    private static String partnerOrNone(ConsentEvent event) {
        @Nullable PartnerId partner = event.partner();
        return partner == null ? "" : partner.value();
    }
}
