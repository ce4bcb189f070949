package dev.standing.privileges.webhooks.fanout;

import dev.standing.database.Session;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Does what a partner asks of all lanes of an endpoint: what waits is tried at once, what was sent is sent again, and what is left of an
 * endpoint that was deleted is taken away. There may be a million of them, and everybody waits behind who holds a lane; so it is
 * some at a time, in a transaction that also notes how far it came. Of all processes one goes through an endpoint at a time, and each through one.
 *
 * <p>Whoever is killed leaves its slice undone, and the next does it. Done twice it would do no harm: a lane is never moved forward by it, so that
 * events may arrive twice and none is missed.
 */
final class Walk {
    /** Of each all events are looked at, hundreds where a member is told of daily. */
    private static final int AT_ONCE = 200;

    /**
     * Nobody holds a lane for longer than a statement. Where somebody does, nobody is to wait behind those that are held here; and as
     * this is less than the second after which the server looks for deadlocks, none ends anybody else's statement.
     */
    private static final String NOT_FOR_LONG = "set local lock_timeout = '200ms'";

    private static final String ANY = "select from privileges.webhook_walk limit 1";
    /**
     * Any of those that somebody waits for, so that one that gets no further keeps none from getting on; what is left of deleted endpoints, of
     * which one partner can have any number, after them.
     */
    private static final String NEXT = """
            select k.endpoint, k.member, k.since, w.partner
            from privileges.webhook_walk k join privileges.webhook w on w.id = k.endpoint
            order by w.partner is null, random() limit 1 for update of k skip locked
            """;
    /** Whoever was told of a member is in the tally: a slice is bounded by members, not by what happened to them. */
    private static final String END = """
            select max(member) from (
                select member from privileges.webhook_tally where partner = $1 and member > $2 order by member limit $3) slice
            """;
    /**
     * A lane with nothing to send again gets no other place. One that is moved back while an event of it is on its way has that for nobody: the lease is
     * another. Two of a member are never under way, so its lease is waited for.
     */
    private static final String BEGIN_ANEW = """
            insert into privileges.webhook_lane as l (endpoint, member, done, last, due)
            select w.id, t.member, coalesce(again.first - 1, 9223372036854775807), coalesce(again.last, 0), now()
            from privileges.webhook w
            join privileges.webhook_tally t on t.partner = w.partner and t.member > $2 and t.member <= $3
            left join privileges.webhook_lane waiting
                on waiting.endpoint = w.id and waiting.member = t.member and waiting.last > waiting.done
                    and waiting.member > $2 and waiting.member <= $3
            left join lateral (
                select min(e.sequence) as first, max(e.sequence) as last from privileges.webhook_event e
                where $4::timestamptz is not null and e.partner = w.partner and e.member = t.member
                    and e.type = any(string_to_array(w.types, ',')) and e.at >= $4) again on true
            where w.id = $1 and (again.first is not null or waiting.member is not null)
            order by t.member
            on conflict (endpoint, member) do update set done = least(l.done, excluded.done),
                last = greatest(l.last, excluded.last), attempts = 0, failing_since = null,
                lease = l.lease + case when excluded.done < l.done then 1 else 0 end,
                due = case when l.held then greatest(l.due, now()) else now() end
            """;

    private static final String GO_ON = "update privileges.webhook_walk set member = $2 where endpoint = $1";
    private static final String ARRIVE = "delete from privileges.webhook_walk where endpoint = $1";

    private static final String TAKE_LANES = """
            delete from privileges.webhook_lane where endpoint = $1 and member in (
                select member from privileges.webhook_lane where endpoint = $1 order by member limit $2 for update)
            """;
    private static final String TAKE_ATTEMPTS = """
            delete from privileges.webhook_delivery where id in (
                select id from privileges.webhook_delivery where endpoint = $1 order by id limit $2)
            """;
    /** And with it the walk, and what came meanwhile. */
    private static final String TAKE_ENDPOINT = "delete from privileges.webhook where id = $1";

    private final Session session;

    Walk(Session session) {
        this.session = session;
    }

    /** Does the next slice; false where there is none, or others are at all there are. */
    boolean next() {
        return session.run(ANY).size() > 0
                && session.transaction(() -> {
                    session.command(NOT_FOR_LONG);
                    RowSet<Row> walks = session.run(NEXT);
                    walks.forEach(this::goOn);
                    return walks.size() > 0;
                });
    }

    private void goOn(Row walk) {
        String endpoint = walk.getString("endpoint");
        String partner = walk.getString("partner");
        if (partner == null) {
            takeAway(endpoint);
        } else {
            beginAnew(endpoint, partner, walk.getString("member"), walk.getOffsetDateTime("since"));
        }
    }

    private void beginAnew(String endpoint, String partner, String after, @Nullable OffsetDateTime since) {
        String end = session.run(END, partner, after, AT_ONCE).iterator().next().getString(0);
        if (end == null) {
            session.run(ARRIVE, endpoint);
            return;
        }
        session.run(BEGIN_ANEW, endpoint, after, end, since);
        session.run(GO_ON, endpoint, end);
    }

    private void takeAway(String endpoint) {
        int lanes = session.run(TAKE_LANES, endpoint, AT_ONCE).rowCount();
        int attempts = session.run(TAKE_ATTEMPTS, endpoint, AT_ONCE).rowCount();
        if (lanes < AT_ONCE && attempts < AT_ONCE) {
            session.run(TAKE_ENDPOINT, endpoint);
        }
    }
}
