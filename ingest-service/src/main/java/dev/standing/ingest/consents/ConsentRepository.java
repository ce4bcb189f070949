package dev.standing.ingest.consents;

import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.database.Columns;
import dev.standing.ingest.journal.JournalLock;
import dev.standing.ingest.journal.RowSets;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Named questions to the tables of consents. */
@ApplicationScoped
class ConsentRepository implements PanacheRepositoryBase<ConsentEntity, ConsentEntity.Key> {
    /** As one text of four numbers each, the first of which counts what was asked: a session takes thousands of rows far slower than one. */
    private static final String DECIDED = """
            select coalesce(string_agg(concat_ws(' ', w.n, c.version, cast(c.granted as int),
                                                 cast(extract(epoch from c.changed_at) * 1000000 as bigint)), ' '), '')
            from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[])) with ordinality
                 as w(member, purpose, partner, n)
            join ingest.consent c on c.member = w.member and c.purpose = w.purpose and c.partner = w.partner
            """;

    /** The rows are read twice, and not put down in between: what is looked through again is an array in memory. */
    private static final String WRITE = """
            with changed as not materialized (
                select * from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[]), cast(?4 as bigint[]),
                                     cast(?5 as boolean[]), cast(?6 as text[]))
                              with ordinality as c(member, purpose, partner, version, granted, evidence, n)),
            holds as (
                insert into ingest.consent (member, purpose, partner, version, granted, evidence, changed_at)
                select member, purpose, partner, version, granted, evidence, cast(?7 as timestamptz) from changed
                %s)
            insert into ingest.consent_journal (member, purpose, partner, version, granted, evidence, at)
            select member, purpose, partner, version, granted, evidence, cast(?7 as timestamptz) from changed order by n
            """;

    /** Where nothing is there of any of them, as in an import: no look before each row. */
    private static final String WRITE_NEW = WRITE.formatted("");

    private static final String WRITE_ANY = WRITE.formatted("""
            on conflict (member, purpose, partner) do update
            set version = excluded.version, granted = excluded.granted, evidence = excluded.evidence,
                changed_at = excluded.changed_at
            """);

    private static final Columns<Permission> KEYS = Columns.of(Permission.class)
            .text(permission -> permission.member().value())
            .text(permission -> permission.purpose().code())
            .text(permission -> code(permission.partner()));

    private static final Columns<ConsentBook.Change> ROWS = Columns.of(ConsentBook.Change.class)
            .text(change -> change.consent().member().value())
            .text(change -> change.consent().purpose().code())
            .text(change -> code(change.consent().partner()))
            .int8(change -> change.consent().version())
            .bool(change -> change.consent().granted())
            .text(ConsentBook.Change::evidence);

    /**
     * Positions rise in commit order under the journal's lock. A withdrawal takes the ledger's lock too: no record that was
     * judged by the old permission can be committed after it.
     */
    Uni<Void> lockJournals(boolean withLedger) {
        return getSession()
                .chain(session -> withLedger
                        ? JournalLock.LEDGER.take(session).chain(() -> JournalLock.CONSENTS.take(session))
                        : JournalLock.CONSENTS.take(session));
    }

    Uni<List<ConsentEntity>> ofMember(MemberId member) {
        return list("key.member = ?1 order by key.purpose, key.partner", member.value());
    }

    /** What has been decided of the permissions. */
    Uni<List<Consent>> decided(Collection<Permission> permissions) {
        List<Permission> asked = List.copyOf(permissions);
        return getSession()
                .chain(session -> RowSets.find(session, DECIDED, String.class, KEYS, asked))
                .map(found -> found.isEmpty() ? List.of() : consents(asked, found.getFirst()));
    }

    private static List<Consent> consents(List<Permission> asked, String decided) {
        List<Consent> consents = new ArrayList<>();
        StringTokenizer numbers = new StringTokenizer(decided);
        while (numbers.hasMoreTokens()) {
            Permission permission = asked.get(Integer.parseInt(numbers.nextToken()) - 1);
            long version = Long.parseLong(numbers.nextToken());
            ConsentState state = numbers.nextToken().equals("1") ? ConsentState.GRANTED : ConsentState.WITHDRAWN;
            Instant at = Instant.EPOCH.plus(Long.parseLong(numbers.nextToken()), ChronoUnit.MICROS);
            consents.add(Consent.of(permission, state, version, at));
        }
        return consents;
    }

    /** Makes the changes hold and appends them to the journal, whose lock is held since they were decided. */
    Uni<Void> write(List<ConsentBook.Change> changes, Instant at) {
        boolean allNew = changes.stream().allMatch(change -> change.consent().version() == 1);
        return getSession().chain(session -> RowSets.write(session, allNew ? WRITE_NEW : WRITE_ANY, ROWS, changes, at));
    }

    private static String code(@Nullable PartnerId partner) {
        return partner == null ? "" : partner.value();
    }
}
