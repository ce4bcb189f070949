package dev.standing.ingest.partners;

import dev.standing.database.Columns;
import dev.standing.ingest.admission.RefusalCount;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * The table of counts, and named questions to it. Who writes several rows writes them in the order of their keys, so that nobody waits in a
 * circle.
 */
@Singleton
class PartnerCounts {
    static final int MOST_AT_ONCE = 20_000;

    /**
     * Positions of the ledger rise in commit order, so what lies behind the last that was counted is all that is new. The row that says how
     * far it is counted is locked meanwhile: of all processes one counts, each entry once.
     */
    private static final String COUNT_LEDGER = """
            with place as materialized (select ledger_through from ingest.counted for update skip locked),
            next as materialized (
                select position, entry, partner, id, (accepted_at at time zone 'UTC')::date as day
                from ingest.ledger where position > (select ledger_through from place) order by position limit $1),
            each as (
                select partner, day, case entry when 'A' then '%s' else '%s' end as what from next
                union all
                select r.partner, (a.accepted_at at time zone 'UTC')::date, '%s'
                from next r join ingest.ledger a on a.partner = r.partner and a.id = r.id and a.entry = 'A'
                where r.entry = 'R'),
            counted as (
                insert into ingest.partner_count as c (partner, day, what, times)
                select partner, day, what, count(*) from each group by partner, day, what order by partner, day, what
                on conflict (partner, day, what) do update set times = c.times + excluded.times),
            moved as (
                update ingest.counted set ledger_through = (select max(position) from next)
                where exists (select from next))
            select count(*) from next
            """.formatted(Counted.ACCEPTED, Counted.RETRACTED, Counted.UNDONE);

    private static final String KEEP_REFUSALS = """
            insert into ingest.partner_count as c (partner, day, what, times)
            select partner, (now() at time zone 'UTC')::date, what, times
            from unnest($1::text[], $2::text[], $3::bigint[]) as r(partner, what, times) order by partner, what
            on conflict (partner, day, what) do update set times = c.times + excluded.times
            """;

    private static final String COUNTS = """
            select partner, what, sum(times)::bigint, coalesce(sum(times) filter (where day >= $2), 0)::bigint
            from ingest.partner_count where partner = any($1) group by partner, what
            """;

    private static final String PARTNERS =
            "select distinct partner from ingest.partner_count where partner > $1 order by partner limit $2";

    private static final Columns<RefusalCount> REFUSAL = Columns.of(RefusalCount.class)
            .text(count -> count.partner().value())
            .text(count -> Counted.refused(count.reason()))
            .int8(RefusalCount::times);

    private final Pool pool;

    PartnerCounts(Pool pool) {
        this.pool = pool;
    }

    /**
     * What was counted of a partner, by name.
     *
     * @param total ever
     * @param period since a day
     */
    record Times(Map<String, Long> total, Map<String, Long> period) {
        static final Times NONE = new Times(Map.of(), Map.of());
    }

    /** Counts the ledger on; says how many entries that were, {@value #MOST_AT_ONCE} where there may be more. */
    Uni<Long> countLedger() {
        return pool.preparedQuery(COUNT_LEDGER)
                .execute(Tuple.of(MOST_AT_ONCE))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<Void> keep(Collection<RefusalCount> refusals) {
        return pool.preparedQuery(KEEP_REFUSALS).execute(REFUSAL.of(refusals)).replaceWithVoid();
    }

    /** Of those of the partners of whom anything is counted, in the order of their names. */
    Uni<Map<String, Times>> of(List<String> partners, LocalDate since) {
        return pool.preparedQuery(COUNTS)
                .execute(Tuple.of(partners.toArray(String[]::new), since))
                .map(PartnerCounts::times);
    }

    /** The next partners by name. */
    Uni<List<String>> after(String partner, int limit) {
        return pool.preparedQuery(PARTNERS).execute(Tuple.of(partner, limit)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> row.getString(0))
                .toList());
    }

    private static Map<String, Times> times(RowSet<Row> rows) {
        Map<String, Times> times = new TreeMap<>();
        for (Row row : rows) {
            Times of = times.computeIfAbsent(row.getString(0), partner -> new Times(new HashMap<>(), new HashMap<>()));
            of.total().put(row.getString(1), row.getLong(2));
            of.period().put(row.getString(1), row.getLong(3));
        }
        return times;
    }
}
