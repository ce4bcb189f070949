package dev.standing.privileges.webhooks.endpoints;

import dev.standing.privileges.webhooks.MessageId;
import dev.standing.privileges.webhooks.StillShown;
import dev.standing.privileges.webhooks.sending.Answer;
import dev.standing.web.patience.Bounded;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a partner may do to what is on its way to an endpoint. */
@Bounded
@Singleton
class Queue {
    private static final String ONE = """
            select e.id, e.type, e.body from privileges.webhook_event e
            where e.partner = $1 and e.id = $2 and
            """ + StillShown.SQL;
    private static final String NOTE = """
            insert into privileges.webhook_delivery (endpoint, event, type, attempt, at, status, millis, answer, fault)
            select id, $2, $3, 0, now(), $4, $5, $6, $7 from privileges.webhook where id = $1
            """;

    private final Pool pool;

    Queue(Pool pool) {
        this.pool = pool;
    }

    /** An event as it was sent. */
    record Sent(String id, String type, String body) {}

    /** One event of the partner; null where there is none, or none any more. */
    Uni<@Nullable Sent> find(String partner, String event) {
        if (!MessageId.isOne(event)) {
            return Uni.createFrom().nullItem();
        }
        return run(ONE, partner, event).map(rows -> {
            if (rows.size() == 0) {
                return null;
            }
            Row row = rows.iterator().next();
            return new Sent(row.getString(0), row.getString(1), row.getString(2));
        });
    }

    Uni<Void> note(String endpoint, String event, String type, Answer answer) {
        return run(NOTE, endpoint, event, type, answer.status(), answer.millis(), answer.text(), answer.fault())
                .replaceWithVoid();
    }

    private Uni<RowSet<Row>> run(String sql, @Nullable Object... parameters) {
        return pool.preparedQuery(sql).execute(Tuple.from(Arrays.asList(parameters)));
    }
}
