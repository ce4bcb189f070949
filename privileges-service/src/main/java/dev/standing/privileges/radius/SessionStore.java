package dev.standing.privileges.radius;

import dev.standing.database.Columns;
import dev.standing.database.Session;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** Where running sessions are kept, whichever process hears of them. */
@Singleton
final class SessionStore {
    /** What is known of a session that is heard of again stays: its Class is that of its start, and it may have been told more since. */
    private static final String HEARD = """
            insert into privileges.radius_session as s (partner, server, session, member, told)
            values ($1, $2, $3, $4, $5)
            on conflict (partner, server, session) do update set
                member = excluded.member, ended = false, changed_at = now(),
                told = case when s.ended or $6 then excluded.told else s.told end
            """;

    private static final String ENDED = """
            update privileges.radius_session set ended = true, changed_at = now()
            where partner = $1 and server = $2 and ($3 = '' or session = $3) and not ended
            """;
    private static final String TOLD = """
            update privileges.radius_session s set told = c.told, changed_at = now()
            from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as c(partner, server, session, told)
            where s.partner = c.partner and s.server = c.server and s.session = c.session and not s.ended
            """;
    private static final Columns<Change> CHANGE = Columns.of(Change.class)
            .text(change -> change.session().partner())
            .text(change -> change.session().server())
            .text(change -> change.session().id())
            .text(change -> change.line().told());
    /** Transactions that began before and committed later are met by looking back a little. */
    private static final String CHANGED = """
            select partner, server, session, member, told, ended, changed_at from privileges.radius_session
            where changed_at > $1::timestamptz - interval '10 seconds'
            """;

    private static final String FORGET = """
            delete from privileges.radius_session
            where changed_at < now() - case when ended then interval '1 hour' else interval '1 day' end
            """;

    private final Pool pool;

    SessionStore(Pool pool) {
        this.pool = pool;
    }

    /** A session as it is kept. */
    record Kept(SessionKey key, String member, String told, boolean ended, Instant changedAt) {}

    /** It runs. Where it begins, what it was told is what its Class says. */
    Uni<Void> heard(SessionKey key, String member, String told, boolean begins) {
        return pool.preparedQuery(HEARD)
                .execute(Tuple.from(List.of(key.partner(), key.server(), key.id(), member, told, begins)))
                .replaceWithVoid();
    }

    /** It ended; without an id, all of the server's did. */
    Uni<Void> ended(SessionKey key) {
        return pool.preparedQuery(ENDED)
                .execute(Tuple.of(key.partner(), key.server(), key.id()))
                .replaceWithVoid();
    }

    void told(Session session, List<Change> changes) {
        session.run(TOLD, CHANGE.of(changes));
    }

    void ended(Session session, SessionKey key) {
        session.run(ENDED, key.partner(), key.server(), key.id());
    }

    /** All that changed since, in no order, and some that did so a little before. */
    List<Kept> changedSince(Session session, Instant since) {
        return StreamSupport.stream(
                        session.run(CHANGED, OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                                .spliterator(),
                        false)
                .map(SessionStore::kept)
                .toList();
    }

    /** Deletes what ended, and what nothing was heard of for a day. */
    void forget(Session session) {
        session.command(FORGET);
    }

    private static Kept kept(Row row) {
        return new Kept(
                new SessionKey(row.getString(0), row.getString(1), row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                row.getOffsetDateTime(6).toInstant());
    }
}
