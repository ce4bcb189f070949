package dev.standing.privileges.webhooks.fanout;

import dev.standing.database.Pruning;
import dev.standing.database.Session;
import java.time.Duration;
import java.util.List;

/** Throws away events and deliveries that were kept for long enough, some at a time; how far the events went stays known. */
final class Tidying {
    private static final String EVENTS = """
            with gone as (
                delete from privileges.webhook_event where (partner, position) in (select partner, position
                    from privileges.webhook_event where at < now() - $1 * interval '1 second' order by at limit $2)
                returning partner, position),
            marked as (
                insert into privileges.webhook_pruned as p (partner, position)
                select partner, max(position) from gone group by partner order by partner
                on conflict (partner) do update set position = greatest(p.position, excluded.position))
            select 1 from gone
            """;
    private static final List<String> OLD = List.of(
            EVENTS,
            "delete from privileges.webhook_delivery where id in (select id"
                    + " from privileges.webhook_delivery where at < now() - $1 * interval '1 second' order by at limit $2)");

    private final Session session;
    private final Duration keep;

    Tidying(Session session, Duration keep) {
        this.session = session;
        this.keep = keep;
    }

    void run() {
        for (String sql : OLD) {
            Pruning.run(session, sql, (double) keep.toSeconds());
        }
    }
}
