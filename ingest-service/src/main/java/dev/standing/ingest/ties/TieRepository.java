package dev.standing.ingest.ties;

import dev.standing.ingest.ledger.JournalLock;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Named questions to the tables of ties. */
@ApplicationScoped
class TieRepository implements PanacheRepositoryBase<TieEntity, TieEntity.Key> {

    /** Positions of the journal rise in commit order under it, and a pair changes one step at a time. */
    Uni<Void> lockJournal() {
        return getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select count(*) from (select pg_advisory_xact_lock(:journal)) l", Long.class)
                        .setParameter("journal", JournalLock.TIES)
                        .getSingleResult())
                .replaceWithVoid();
    }

    Uni<List<TieEntity>> ofMember(String member) {
        return list("key.a = ?1 or key.b = ?1 order by key.a, key.b", member);
    }

    Uni<Void> append(TieJournalEntity entry) {
        return getSession().flatMap(session -> session.persist(entry)).call(this::flush);
    }
}
