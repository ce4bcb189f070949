package dev.standing.privileges.webhooks.fanout;

import dev.standing.database.Pruning;
import dev.standing.database.Session;
import java.time.Duration;
import java.util.List;

/** Throws away events and deliveries that were kept for long enough, some at a time. */
final class Tidying {
    private static final List<String> OLD = List.of(
            "delete from privileges.webhook_event where (partner, position) in (select partner, position"
                    + " from privileges.webhook_event where at < now() - $1 * interval '1 second' order by at limit $2)",
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
