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
            select t.* from unnest(cast(?1 as text[]), cast(?2 as text[])) as w(a, b)
            join ingest.tie t on t.a = w.a and t.b = w.b
            """;

    private static final String WRITE = """
            with changed as (
                select * from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]),
                                     cast(?5 as float8[]), cast(?6 as bigint[]), cast(?7 as boolean[]),
                                     cast(?8 as text[]), cast(?9 as text[]))
                              with ordinality
                              as c(a, b, state, asked_by, weight, version, published, evidence, at, n)),
            stands as (
                insert into ingest.tie (a, b, state, asked_by, weight, version, changed_at)
                select a, b, state, asked_by, weight, version, cast(at as timestamptz) from changed
                on conflict (a, b) do update
                set state = excluded.state, asked_by = excluded.asked_by, weight = excluded.weight,
                    version = excluded.version, changed_at = excluded.changed_at)
            insert into ingest.tie_journal (a, b, state, weight, version, evidence, at)
            select a, b, state, weight, version, evidence, cast(at as timestamptz) from changed where published order by n
            """;

    /** Positions of the journal rise in commit order under it, and a pair changes one step at a time. */
    Uni<Void> lockJournal() {
        return getSession().chain(JournalLock.TIES::take);
    }

    Uni<List<TieEntity>> ofMember(MemberId member) {
        return list("key.a = ?1 or key.b = ?1 order by key.a, key.b", member.value());
    }

    /** Those of the pairs that there are, in whatever state. */
    Uni<List<Tie>> present(Collection<Pair> pairs) {
        Columns keys = new Columns(String.class, String.class);
        pairs.forEach(pair -> keys.add(pair.a().value(), pair.b().value()));
        return getSession()
                .chain(session -> RowSets.find(session, PRESENT, TieEntity.class, keys))
                .map(found -> found.stream().map(TieEntity::toTie).toList());
    }

    /** Makes the changes stand, and appends to the journal those that others hear of. */
    Uni<Void> write(List<TieBook.Change> changes, Instant now) {
        Columns rows = new Columns(
                String.class,
                String.class,
                String.class,
                String.class,
                Double.class,
                Long.class,
                Boolean.class,
                String.class,
                String.class);
        for (TieBook.Change change : changes) {
            Tie tie = change.tie();
            rows.add(
                    tie.pair().a().value(),
                    tie.pair().b().value(),
                    tie.state().code(),
                    tie.askedBy().value(),
                    tie.weight(),
                    tie.version(),
                    change.published(),
                    change.evidence(),
                    now.toString());
        }
        return getSession().chain(session -> RowSets.write(session, WRITE, rows));
    }
}
