package dev.standing.privileges.webhooks.endpoints;

import dev.standing.privileges.webhooks.MessageId;
import dev.standing.privileges.webhooks.StillShown;
import dev.standing.privileges.webhooks.sending.Answer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a partner may do to what is on its way to an endpoint. */
@Singleton
class Queue {
    /** Who has one of these on its way has it for nobody: the lease is another. Two of a member are never under way, so its lease is waited for. */
    private static final String REWIND = """
            insert into privileges.webhook_lane as l (endpoint, member, done, last, due)
            select w.id, e.member, min(e.sequence) - 1, max(e.sequence), now()
            from privileges.webhook w
            join privileges.webhook_event e on e.partner = w.partner and e.type = any(string_to_array(w.types, ','))
            where w.id = $1 and e.at >= $2
            group by w.id, e.member
            on conflict (endpoint, member) do update set done = least(l.done, excluded.done),
                last = greatest(l.last, excluded.last), attempts = 0, failing_since = null, lease = l.lease + 1,
                due = case when l.held then greatest(l.due, now()) else now() end
            """;

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

    Uni<Void> rewind(String endpoint, Instant since) {
        return run(REWIND, endpoint, since.atOffset(ZoneOffset.UTC)).replaceWithVoid();
    }

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
