package dev.standing.ingest.ledger;

import dev.standing.ingest.journal.JournalLock;

/** The statements of the ledger, with what makes them right. */
final class LedgerSql {
    /** The lock is a statement of its own, before the append: a statement does not see what was committed after it began. */
    static final String BEGIN = "begin; " + JournalLock.LEDGER.statement();

    private static final String INSERT = """
            insert into ingest.ledger (entry, partner, id, member, kind, occurred_at, amount_minor, currency, count,
                                       merchant_category, content_hash, trace)
            select 'A', i.partner, i.id, i.member, i.kind,
                   timestamptz 'epoch' + i.occurred_at_micros * interval '1 microsecond',
                   i.amount_minor, i.currency, i.count, i.merchant_category, i.content_hash, i.trace
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::text[],
                        $8::bigint[], $9::text[], $10::bigint[], $11::text[]) with ordinality
                 as i(partner, id, member, kind, occurred_at_micros, amount_minor, currency, count,
                      merchant_category, content_hash, trace, n)
            join ingest.consent c
                 on c.member = i.member and c.purpose = 'records' and c.partner = i.partner and c.granted
            order by i.n
            """;

    private static final String POSITIONS =
            " returning position) select count(*), min(position), max(position) from written";

    /** Appends what has consent and is not there yet, and says how many that were and which positions they got. */
    static final String APPEND =
            "with written as (" + INSERT + " on conflict (partner, id, entry) do nothing" + POSITIONS;

    /**
     * Appends what has consent where nothing is there yet, and fails as a whole where anything is. Without the look before
     * each row it takes a third less of the database.
     */
    static final String APPEND_NEW = "with written as (" + INSERT + POSITIONS;

    /** What is in the ledger under each of the ids, for the rare group in which not all were appended. */
    static final String LOOK_UP = """
            select i.n, l.position, l.content_hash, coalesce(c.granted, false), r.position is not null
            from unnest($1::text[], $2::text[], $3::text[]) with ordinality as i(partner, id, member, n)
            left join ingest.ledger l on l.partner = i.partner and l.id = i.id and l.entry = 'A'
            left join ingest.ledger r on r.partner = i.partner and r.id = i.id and r.entry = 'R'
            left join ingest.consent c on c.member = i.member and c.purpose = 'records' and c.partner = i.partner
            order by i.n
            """;

    /** Retracts a record that is there and is not retracted yet; the entry repeats the content. */
    static final String RETRACT = retract("$1", "$2");

    /** The same for a session, which counts its parameters otherwise. */
    static final String RETRACT_IN_SESSION = retract("?1", "?2");

    private static String retract(String partner, String id) {
        return """
                insert into ingest.ledger (entry, partner, id, member, kind, occurred_at, amount_minor, currency, count,
                                           merchant_category, content_hash)
                select 'R', partner, id, member, kind, occurred_at, amount_minor, currency, count, merchant_category,
                       content_hash
                from ingest.ledger where partner = %s and id = %s and entry = 'A'
                on conflict (partner, id, entry) do nothing
                """.formatted(partner, id);
    }

    /** A record with its place, and whether it was retracted. */
    static final String FIND = """
            select a.member, a.position, a.accepted_at, r.accepted_at
            from ingest.ledger a
            left join ingest.ledger r on r.partner = a.partner and r.id = a.id and r.entry = 'R'
            where a.partner = $1 and a.id = $2 and a.entry = 'A'
            """;

    private LedgerSql() {}
}
