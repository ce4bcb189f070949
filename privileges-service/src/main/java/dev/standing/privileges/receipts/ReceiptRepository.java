package dev.standing.privileges.receipts;

import dev.standing.contracts.identity.MemberId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Named questions to the table of receipts. */
@ApplicationScoped
class ReceiptRepository implements PanacheRepositoryBase<ReceiptEntity, UUID> {
    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtext('receipts'))";

    /** Those that are not expired, and lately expired ones, the oldest first. */
    Uni<List<ReceiptEntity>> of(MemberId member) {
        return list("member = ?1 order by issuedAt, id", member.value());
    }

    /** Those whose time is not over, revoked or not. */
    Uni<List<ReceiptEntity>> unexpired(MemberId member, Instant now) {
        return list("member = ?1 and expiresAt > ?2", member.value(), now);
    }

    /** Null where there is none, or it is another's. */
    Uni<@Nullable ReceiptEntity> of(MemberId member, UUID id) {
        return find("member = ?1 and id = ?2", member.value(), id).firstResult();
    }

    /** The list that is filled now; 0 where there is none. */
    Uni<Integer> lastList() {
        return getSession()
                .chain(session -> session.createQuery("select coalesce(max(list), 0) from ReceiptEntity", Integer.class)
                        .getSingleResult());
    }

    /** Those of the places that a receipt has. */
    Uni<List<Integer>> taken(int list, List<Integer> places) {
        return getSession().chain(session -> session.createQuery(
                        "select place from ReceiptEntity where list = ?1 and place in ?2", Integer.class)
                .setParameter(1, list)
                .setParameter(2, places)
                .getResultList());
    }

    /** Nobody else issues until the transaction ends: counts and places are what they are found to be. */
    Uni<Void> lockIssuing() {
        return getSession()
                .chain(session -> session.createNativeQuery(LOCK, Integer.class).getSingleResult())
                .replaceWithVoid();
    }
}
