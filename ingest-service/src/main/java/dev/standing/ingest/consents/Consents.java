package dev.standing.ingest.consents;

import dev.standing.ingest.ledger.JournalLock;
import dev.standing.ingest.members.Members;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives and withdraws permissions. */
@ApplicationScoped
class Consents {
    static final String RECORDS = "records";
    static final String SOCIAL = "social";

    private final Repository repository;
    private final Members members;
    private final Clock clock;

    Consents(Repository repository, Members members, Clock clock) {
        this.repository = repository;
        this.members = members;
        this.clock = clock;
    }

    /** Makes the permission hold, or not; what is so already stays as it is, with its version. */
    @WithTransaction
    Uni<Consent> change(ConsentEntity.Key key, boolean granted, @Nullable String evidence) {
        return members.requireKnown(key.member())
                .chain(() -> repository.lockJournals(!granted))
                .chain(() -> repository.findById(key))
                .chain(found -> {
                    if (found != null && found.granted == granted) {
                        return Uni.createFrom().item(found.toConsent());
                    }
                    return write(found == null ? blank(key) : found, granted, evidence);
                });
    }

    /** Every permission that the member has given or withdrawn. */
    @WithSession
    Uni<List<Consent>> of(String member) {
        return members.requireKnown(member)
                .chain(() -> repository.ofMember(member))
                .map(found -> found.stream().map(ConsentEntity::toConsent).toList());
    }

    private static ConsentEntity blank(ConsentEntity.Key key) {
        ConsentEntity consent = new ConsentEntity();
        consent.key = key;
        return consent;
    }

    private Uni<Consent> write(ConsentEntity consent, boolean granted, @Nullable String evidence) {
        consent.version++;
        consent.granted = granted;
        consent.evidence = evidence;
        consent.changedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return repository
                .persist(consent)
                .chain(() -> repository.append(ConsentJournalEntity.of(consent)))
                .map(written -> consent.toConsent());
    }

    /** Named questions to the tables of consents. */
    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<ConsentEntity, ConsentEntity.Key> {

        /**
         * Positions rise in commit order under the journal's lock. A withdrawal takes the ledger's lock too: no record
         * that was judged by the old permission can be committed after it.
         */
        Uni<Void> lockJournals(boolean withLedger) {
            Uni<Void> consents = lock(JournalLock.CONSENTS);
            return withLedger ? lock(JournalLock.LEDGER).chain(() -> consents) : consents;
        }

        private Uni<Void> lock(long journal) {
            return getSession()
                    .flatMap(session -> session.createNativeQuery(
                                    "select count(*) from (select pg_advisory_xact_lock(:journal)) l", Long.class)
                            .setParameter("journal", journal)
                            .getSingleResult())
                    .replaceWithVoid();
        }

        Uni<List<ConsentEntity>> ofMember(String member) {
            return list("key.member = ?1 order by key.purpose, key.partner", member);
        }

        Uni<Void> append(ConsentJournalEntity entry) {
            return getSession().flatMap(session -> session.persist(entry)).call(this::flush);
        }
    }
}
