package dev.standing.privileges.webhooks.fanout;

import dev.standing.database.Columns;
import dev.standing.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes happenings out of their journal and makes events of them, in one transaction and in the order of the journal. Its row of
 * {@code relay} is locked meanwhile, so that of all processes one does it at a time.
 *
 * <p>A partner is told who has an endpoint and, at this moment, the member's consent. A withdrawal takes what was said of the member
 * before out of the partner's events, sent or not, whether or not the partner has an endpoint still.
 */
final class HandOn {
    private static final int MOST_AT_ONCE = 500;

    private static final String LOCK =
            "select position from privileges.relay where journal = 'happening' for update skip locked";
    private static final String NEXT = """
            select position, type, member, partner, content, at from privileges.happening order by position limit $1
            """;
    private static final String RECIPIENTS = """
            select c.member, c.partner from privileges.consent c
            where c.member = any($1) and c.granted and exists (select from privileges.webhook w where w.partner = c.partner)
            """;
    private static final String COUNT = """
            insert into privileges.webhook_tally as t (partner, member, last)
            select * from unnest($1::text[], $2::text[], $3::bigint[])
            on conflict (partner, member) do update set last = t.last + excluded.last
            returning partner, member, last
            """;
    private static final String WRITE = """
            insert into privileges.webhook_event (partner, member, sequence, id, type, body, at)
            select * from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
            """;
    /** What is due already, in retry or on its way, stays so. In the order in which whoever locks several lanes does so. */
    private static final String QUEUE = """
            insert into privileges.webhook_lane as l (endpoint, member, done, last, due)
            select w.id, e.member, min(e.sequence) - 1, max(e.sequence), now()
            from unnest($1::text[], $2::text[], $3::bigint[], $4::text[]) as e(partner, member, sequence, type)
            join privileges.webhook w on w.partner = e.partner and e.type = any(string_to_array(w.types, ','))
            group by w.id, e.member
            order by w.id, e.member
            on conflict (endpoint, member) do update set last = excluded.last, due = coalesce(l.due, excluded.due)
            """;

    private static final String FORGET = """
            delete from privileges.webhook_event e
            using unnest($1::text[], $2::text[], $3::bigint[]) as w(partner, member, sequence)
            where e.partner = w.partner and e.member = w.member and e.sequence < w.sequence
            """;
    private static final String TAKE_OUT = "delete from privileges.happening where position <= $1";

    private static final Columns<Event> EVENT = Columns.of(Event.class)
            .text(Event::partner)
            .text(Event::member)
            .int8(Event::sequence)
            .text(Event::id)
            .text(Event::type)
            .text(Event::body)
            .timestamptz(Event::at);
    private static final Columns<Event> QUEUED = Columns.of(Event.class)
            .text(Event::partner)
            .text(Event::member)
            .int8(Event::sequence)
            .text(Event::type);
    private static final Columns<Event> WITHDRAWAL =
            Columns.of(Event.class).text(Event::partner).text(Event::member).int8(Event::sequence);
    private static final Columns<Map.Entry<Told, Long>> TALLY = tally();

    /** Of whom whom is told. */
    private record Told(String partner, String member) {}

    /** A happening and who hears of it. */
    private record Saying(Happening happening, Told told) {}

    private final Session session;

    HandOn(Session session) {
        this.session = session;
    }

    /** Hands on what is next; how many that was, 0 where there is nothing or another process is at it. */
    int next() {
        return session.transaction(() -> session.run(LOCK).size() == 0 ? 0 : handOn());
    }

    private int handOn() {
        List<Happening> happenings = new ArrayList<>();
        session.run(NEXT, MOST_AT_ONCE).forEach(row -> happenings.add(Happening.of(row)));
        if (happenings.isEmpty()) {
            return 0;
        }
        List<Event> events = numbered(sayings(happenings));
        if (!events.isEmpty()) {
            session.run(WRITE, EVENT.of(events));
            session.run(QUEUE, QUEUED.of(events));
            List<Event> withdrawals =
                    events.stream().filter(event -> event.isWithdrawal()).toList();
            if (!withdrawals.isEmpty()) {
                session.run(FORGET, WITHDRAWAL.of(withdrawals));
            }
        }
        session.run(TAKE_OUT, happenings.getLast().position());
        return happenings.size();
    }

    private List<Saying> sayings(List<Happening> happenings) {
        Map<String, List<String>> seeing = new HashMap<>();
        String[] members = happenings.stream().map(Happening::member).distinct().toArray(String[]::new);
        for (Row row : session.run(RECIPIENTS, (Object) members)) {
            seeing.computeIfAbsent(row.getString(0), member -> new ArrayList<>())
                    .add(row.getString(1));
        }
        List<Saying> sayings = new ArrayList<>();
        for (Happening happening : happenings) {
            hearing(happening, seeing.getOrDefault(happening.member(), List.of()))
                    .forEach(each -> sayings.add(new Saying(happening, new Told(each, happening.member()))));
        }
        return sayings;
    }

    private static List<String> hearing(Happening happening, List<String> seeing) {
        String partner = happening.partner();
        if (partner == null) {
            return seeing;
        }
        return happening.isWithdrawal() || seeing.contains(partner) ? List.of(partner) : List.of();
    }

    private List<Event> numbered(List<Saying> sayings) {
        Map<Told, Long> next = new LinkedHashMap<>();
        sayings.forEach(saying -> next.merge(saying.told(), 1L, Long::sum));
        if (next.isEmpty()) {
            return List.of();
        }
        Map<Told, Long> counts = Map.copyOf(next);
        for (Row row : session.run(COUNT, TALLY.of(next.entrySet()))) {
            Told told = new Told(row.getString(0), row.getString(1));
            next.put(told, row.getLong(2) - counts.getOrDefault(told, 0L));
        }
        return sayings.stream()
                .map(saying ->
                        Event.of(saying.happening(), saying.told().partner(), next.merge(saying.told(), 1L, Long::sum)))
                .toList();
    }

    @SuppressWarnings("unchecked") // the class of an entry says nothing of what is in it
    private static Columns<Map.Entry<Told, Long>> tally() {
        return Columns.of((Class<Map.Entry<Told, Long>>) (Class<?>) Map.Entry.class)
                .text(entry -> entry.getKey().partner())
                .text(entry -> entry.getKey().member())
                .int8(Map.Entry::getValue);
    }
}
