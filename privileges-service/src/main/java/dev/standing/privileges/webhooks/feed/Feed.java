package dev.standing.privileges.webhooks.feed;

import dev.standing.privileges.webhooks.StillShown;
import dev.standing.web.patience.Bounded;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Reads a partner's events. */
@Bounded
@ApplicationScoped
class Feed {
    private static final int AT_ONCE = 100;

    /**
     * One moment for both, so that nobody goes on beyond an event that comes in between. The last may be one that the partner is not
     * told, or that is no longer there.
     */
    private static final String AFTER =
            """
            select e.id, e.position, e.body, l.last
            from (select coalesce(greatest(
                (select max(w.position) from privileges.webhook_event w where w.partner = $1),
                (select p.position from privileges.webhook_pruned p where p.partner = $1)), 0) as last) l
            left join (select e.id, e.position, e.body from privileges.webhook_event e
                where e.partner = $1 and e.position > $2 and
            """ + StillShown.SQL + "order by e.position limit $3) e on true order by e.position";

    private final Pool pool;

    Feed(Pool pool) {
        this.pool = pool;
    }

    /** Fails with 422 where the partner was never told of so many: what it had yet to hear would be passed over. */
    Uni<FeedView> after(String partner, long after) {
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(partner, after, AT_ONCE))
                .map(rows -> page(rows, after));
    }

    private static FeedView page(RowSet<Row> rows, long after) {
        List<EventView> events = new ArrayList<>();
        for (Row row : rows) {
            long last = row.getLong(3);
            if (after > last) {
                throw ProblemException.invalid(new Violation("after", String.valueOf(after), "0 to " + last));
            }
            if (row.getString(0) != null) {
                events.add(new EventView(row.getString(0), row.getLong(1), row.getString(2)));
            }
        }
        return new FeedView(events, events.isEmpty() ? after : events.getLast().cursor());
    }
}
