package dev.standing.privileges.webhooks.endpoints;

import dev.standing.contracts.identity.PartnerId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Named questions to the table of endpoints. */
@ApplicationScoped
class EndpointRepository implements PanacheRepositoryBase<EndpointEntity, String> {
    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtext('webhooks'), hashtext(?1))";

    private static final String AWAIT_WRITERS = "lock table privileges.happening in share mode";

    Uni<List<EndpointEntity>> of(PartnerId partner) {
        return list("partner = ?1 order by createdAt, id", partner.value());
    }

    /** Null where there is none. */
    Uni<@Nullable EndpointEntity> of(PartnerId partner, String id) {
        return find(partner, id, LockModeType.NONE);
    }

    /** Nobody else changes it until the transaction ends. */
    Uni<@Nullable EndpointEntity> locked(PartnerId partner, String id) {
        return find(partner, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Uni<@Nullable EndpointEntity> find(PartnerId partner, String id, LockModeType lock) {
        return EndpointEntity.isId(id)
                ? find("partner = ?1 and id = ?2", partner.value(), id)
                        .withLock(lock)
                        .firstResult()
                : Uni.createFrom().nullItem();
    }

    /** Until whoever writes down what happens, and began before this, has ended. */
    Uni<Void> awaitWriters() {
        return getSession()
                .chain(session -> session.createNativeQuery(AWAIT_WRITERS).executeUpdate())
                .replaceWithVoid();
    }

    /** No other of the partner's is registered until the transaction ends. */
    Uni<Void> lockAll(PartnerId partner) {
        return getSession()
                .chain(session -> session.createNativeQuery(LOCK, Integer.class)
                        .setParameter(1, partner.value())
                        .getSingleResult())
                .replaceWithVoid();
    }
}
