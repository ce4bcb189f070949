package dev.standing.ingest.ties;

import dev.standing.contracts.identity.MemberId;
import dev.standing.database.Columns;
import dev.standing.ingest.journal.JournalLock;
import dev.standing.ingest.journal.RowSets;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Named questions to the tables of ties. */
@ApplicationScoped
class TieRepository implements PanacheRepositoryBase<TieEntity, TieEntity.Key> {
    private static final String PRESENT = """
            select t.a, t.b, t.state, t.asked_by, t.weight, t.version
            from unnest(cast(?1 as text[]), cast(?2 as text[])) as w(a, b)
            join ingest.tie t on t.a = w.a and t.b = w.b
            """;

    /** The rows are read twice, and not put down in between: what is looked through again is an array in memory. */
    private static final String WRITE = """
            with changed as not materialized (
                select * from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]),
                                     cast(?5 as float8[]), cast(?6 as bigint[]), cast(?7 as boolean[]),
                                     cast(?8 as text[]))
                              with ordinality
                              as c(a, b, state, asked_by, weight, version, published, evidence, n)),
            stands as (
                insert into ingest.tie (a, b, state, asked_by, weight, version, changed_at)
                select a, b, state, asked_by, weight, version, cast(?9 as timestamptz) from changed
                %s)
            insert into ingest.tie_journal (a, b, state, weight, version, evidence, at)
            select a, b, state, weight, version, evidence, cast(?9 as timestamptz) from changed where published order by n
            """;

    /** Where none of them is there in any state, as in an import: no look before each row. */
    private static final String WRITE_NEW = WRITE.formatted("");

    private static final String WRITE_ANY = WRITE.formatted("""
            on conflict (a, b) do update
            set state = excluded.state, asked_by = excluded.asked_by, weight = excluded.weight,
                version = excluded.version, changed_at = excluded.changed_at
            """);

    private static final Columns<Pair> KEYS = Columns.of(Pair.class)
            .text(pair -> pair.a().value())
            .text(pair -> pair.b().value());

    private static final Columns<TieBook.Change> ROWS = Columns.of(TieBook.Change.class)
            .text(change -> change.tie().pair().a().value())
            .text(change -> change.tie().pair().b().value())
            .text(change -> change.tie().state().code())
            .text(change -> change.tie().askedBy().value())
            .float8(change -> change.tie().weight())
            .int8(change -> change.tie().version())
            .bool(TieBook.Change::published)
            .text(TieBook.Change::evidence);

    /** Positions of the journal rise in commit order under it, and a pair changes one step at a time. */
    Uni<Void> lockJournal() {
        return getSession().chain(JournalLock.TIES::take);
    }

    Uni<List<TieEntity>> ofMember(MemberId member) {
        return list("key.a = ?1 or key.b = ?1 order by key.a, key.b", member.value());
    }

    /** Those of the pairs that there are, in whatever state. */
    Uni<List<Tie>> present(Collection<Pair> pairs) {
        return getSession()
                .chain(session -> RowSets.find(session, PRESENT, TieEntity.class, KEYS, pairs))
                .map(found -> found.stream().map(TieEntity::toTie).toList());
    }

    /** Makes the changes stand, and appends to the journal those that others hear of; its lock is held since they were decided. */
    Uni<Void> write(List<TieBook.Change> changes, Instant at) {
        boolean allNew = changes.stream().allMatch(TieBook.Change::isNew);
        return getSession().chain(session -> RowSets.write(session, allNew ? WRITE_NEW : WRITE_ANY, ROWS, changes, at));
    }
}
