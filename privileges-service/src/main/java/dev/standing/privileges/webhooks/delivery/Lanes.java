package dev.standing.privileges.webhooks.delivery;

import dev.standing.privileges.webhooks.StillShown;
import dev.standing.privileges.webhooks.WebhookConfig;
import dev.standing.privileges.webhooks.sending.Answer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be delivered: a lane for each endpoint and member, of which one process has one event on its way at a time. Who takes a lane
 * has it for as long as the lease lasts, and gives it back by the lease's number; a process that is killed gives nothing back, and
 * another takes the same event again once the lease is over. Time is the database's alone.
 */
@Singleton
final class Lanes {
    private static final String CLAIM = """
            with due as (
                select taken.endpoint, taken.member
                from (select id from privileges.webhook where state = 'active' order by random()) e
                left join unnest($1::text[], $2::int[]) as room(endpoint, places) on room.endpoint = e.id
                cross join lateral (
                    select endpoint, member from privileges.webhook_lane
                    where endpoint = e.id and due <= now() order by due
                    limit coalesce(room.places, $3) for update skip locked) taken
                limit $4)
            update privileges.webhook_lane l
            set due = now() + $5 * interval '1 millisecond', lease = l.lease + 1, held = true
            from due where l.endpoint = due.endpoint and l.member = due.member
            returning l.endpoint, l.member, l.done, l.last, l.lease, l.attempts
            """;
    /** Read after the lanes are taken. Of a member who no longer shows themselves to the partner nothing but that. */
    private static final String NEXT = """
            select c.endpoint, c.member, w.url, w.secret, w.signing_key,
                case when w.former_until > now() then w.former_secret end as former_secret,
                case when w.former_until > now() then w.former_signing_key end as former_signing_key,
                e.sequence, e.id, e.type, e.body
            from unnest($1::text[], $2::text[], $3::bigint[]) as c(endpoint, member, done)
            join privileges.webhook w on w.id = c.endpoint and w.state = 'active'
            left join lateral (
                select e.sequence, e.id, e.type, e.body from privileges.webhook_event e
                where e.partner = w.partner and e.member = c.member and e.sequence > c.done
                    and e.type = any(string_to_array(w.types, ',')) and
            """ + StillShown.SQL + "order by e.sequence limit 1) e on true";

    private static final String TAKEN = """
            with lane as (
                update privileges.webhook_lane
                set done = $4, attempts = 0, failing_since = null, lease = lease + 1, held = false,
                    due = case when last > $4 then now() end
                where endpoint = $1 and member = $2 and lease = $3
                    and exists (select from privileges.webhook where id = $1 and url = $12)
                returning endpoint)
            insert into privileges.webhook_delivery (endpoint, event, type, attempt, at, status, millis, answer, fault)
            select endpoint, $5, $6, $7, now(), $8, $9, $10, $11 from lane
            """;
    private static final String FAILED = """
            with lane as (
                update privileges.webhook_lane
                set attempts = attempts + 1, failing_since = coalesce(failing_since, now()),
                    lease = lease + 1, held = false,
                    due = now() + (case when attempts = $14 then $4::float8 else $15::float8 end) * interval '1 millisecond'
                where endpoint = $1 and member = $2 and lease = $3
                    and exists (select from privileges.webhook where id = $1 and url = $12)
                returning endpoint, failing_since),
            noted as (
                insert into privileges.webhook_delivery (endpoint, event, type, attempt, at, status, millis, answer, fault)
                select endpoint, $5, $6, $7, now(), $8, $9, $10, $11 from lane)
            select greatest(lane.failing_since, w.active_since) <= now() - $13 * interval '1 millisecond'
            from lane join privileges.webhook w on w.id = lane.endpoint
            """;
    /** Nothing of what there was may be sent: it is passed over, and what came since is looked at. */
    private static final String EMPTY = """
            update privileges.webhook_lane
            set done = greatest(done, $4), lease = lease + 1, held = false, attempts = 0, failing_since = null,
                due = case when last > $4 then now() end
            where endpoint = $1 and member = $2 and lease = $3
            """;

    private static final String GIVE_BACK = """
            update privileges.webhook_lane set due = now(), lease = lease + 1, held = false
            where endpoint = $1 and member = $2 and lease = $3
            """;

    private static final String DISABLE = """
            update privileges.webhook set state = 'disabled', reason = $2 where id = $1 and state = 'active' and url = $3
            """;

    private final Pool pool;
    private final WebhookConfig config;

    Lanes(Pool pool, WebhookConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Takes lanes that are due, and no more than there is room for. */
    Uni<List<Claim>> claim(Room.Share room) {
        List<String> endpoints = List.copyOf(room.left().keySet());
        return run(
                        CLAIM,
                        endpoints.toArray(String[]::new),
                        endpoints.stream().map(room.left()::get).toArray(Integer[]::new),
                        room.usual(),
                        room.most(),
                        (double) config.lease().toMillis())
                .map(rows -> {
                    List<Claim> claims = new ArrayList<>();
                    rows.forEach(row -> claims.add(Claim.of(row)));
                    return claims;
                });
    }

    /** What is next of each claim. */
    Uni<Next> next(List<Claim> claims) {
        Map<List<String>, Claim> byKey = new HashMap<>();
        claims.forEach(claim -> byKey.put(List.of(claim.endpoint(), claim.member()), claim));
        return run(
                        NEXT,
                        claims.stream().map(Claim::endpoint).toArray(String[]::new),
                        claims.stream().map(Claim::member).toArray(String[]::new),
                        claims.stream().map(Claim::done).toArray(Long[]::new))
                .map(rows -> {
                    Next next = new Next(new ArrayList<>(), new ArrayList<>(), byKey.values());
                    for (Row row : rows) {
                        Claim claim = Objects.requireNonNull(
                                byKey.remove(List.of(row.getString("endpoint"), row.getString("member"))));
                        if (row.getLong("sequence") == null) {
                            next.empty().add(claim);
                        } else {
                            next.parcels().add(Parcel.of(claim, row));
                        }
                    }
                    return next;
                });
    }

    /** What is to be sent, the claims of which nothing may be, and those whose endpoint is off by now. */
    record Next(List<Parcel> parcels, List<Claim> empty, Collection<Claim> off) {}

    /** What came of an outcome. */
    enum Noted {
        /** Another has the lane by now, or the endpoint is at another address: it is nothing to either. */
        NOT,
        YES,
        /** And it has failed for so long that the endpoint is given up. */
        GIVEN_UP
    }

    Uni<Noted> taken(Parcel parcel, Answer answer) {
        return run(TAKEN, outcome(parcel, parcel.sequence(), answer))
                .map(rows -> rows.rowCount() == 0 ? Noted.NOT : Noted.YES);
    }

    /**
     * Notes a failure.
     *
     * @param wait until the next attempt
     * @param anew the same, where its partner had what failed begin anew meanwhile
     */
    Uni<Noted> failed(Parcel parcel, Answer answer, Duration wait, Duration anew) {
        Tuple outcome = outcome(parcel, (double) wait.toMillis(), answer)
                .addDouble((double) config.giveUpAfter().toMillis())
                .addInteger(parcel.claim().attempts())
                .addDouble((double) anew.toMillis());
        return run(FAILED, outcome).map(rows -> {
            if (rows.size() == 0) {
                return Noted.NOT;
            }
            return rows.iterator().next().getBoolean(0) ? Noted.GIVEN_UP : Noted.YES;
        });
    }

    private static Tuple outcome(Parcel parcel, Object moves, Answer answer) {
        Claim claim = parcel.claim();
        return Tuple.from(Arrays.asList(
                claim.endpoint(),
                claim.member(),
                claim.lease(),
                moves,
                parcel.id(),
                parcel.type(),
                claim.attempts() + 1,
                answer.status(),
                answer.millis(),
                answer.text(),
                answer.fault(),
                parcel.url()));
    }

    Uni<Void> empty(Claim claim) {
        return run(EMPTY, claim.endpoint(), claim.member(), claim.lease(), claim.last())
                .replaceWithVoid();
    }

    /** As it was, for whoever is next. */
    Uni<Void> giveBack(Claim claim) {
        return run(GIVE_BACK, claim.endpoint(), claim.member(), claim.lease()).replaceWithVoid();
    }

    /** Where it is at that address still. */
    Uni<Void> disable(Parcel parcel, String reason) {
        return run(DISABLE, parcel.claim().endpoint(), reason, parcel.url()).replaceWithVoid();
    }

    private Uni<RowSet<Row>> run(String sql, @Nullable Object... parameters) {
        return run(sql, Tuple.from(Arrays.asList(parameters)));
    }

    private Uni<RowSet<Row>> run(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters);
    }
}
