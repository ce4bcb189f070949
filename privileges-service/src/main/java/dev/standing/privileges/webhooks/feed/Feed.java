package dev.standing.privileges.webhooks.feed;

import dev.standing.privileges.webhooks.StillShown;
import dev.standing.web.patience.Bounded;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Reads a partner's events. */
@Bounded
@ApplicationScoped
class Feed {
    private static final int AT_ONCE = 100;

    private static final String AFTER = """
            select e.id, e.position, e.body from privileges.webhook_event e
            where e.partner = $1 and e.position > $2 and
            """ + StillShown.SQL + "order by e.position limit $3";

    private final Pool pool;

    Feed(Pool pool) {
        this.pool = pool;
    }

    Uni<FeedView> after(String partner, long after) {
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(partner, after, AT_ONCE))
                .map(rows -> {
                    List<EventView> events = new ArrayList<>();
                    for (Row row : rows) {
                        events.add(new EventView(row.getString(0), row.getLong(1), row.getString(2)));
                    }
                    return new FeedView(
                            events, events.isEmpty() ? after : events.getLast().cursor());
                });
    }
}
