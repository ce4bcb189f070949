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

    /** What failed begins anew, at once but for what is on its way. */
    private static final String WAKE = """
            update privileges.webhook_lane
            set attempts = 0, failing_since = null, due = case when held then greatest(due, now()) else now() end
            where endpoint = ?1 and last > done
            """;

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

    /** What waits for the endpoint waits no longer. */
    Uni<Void> wake(EndpointEntity endpoint) {
        return getSession()
                .chain(session -> session.createNativeQuery(WAKE)
                        .setParameter(1, endpoint.id)
                        .executeUpdate())
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
