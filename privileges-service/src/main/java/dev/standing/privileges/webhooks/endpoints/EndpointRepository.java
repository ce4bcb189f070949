package dev.standing.privileges.webhooks.endpoints;

import dev.standing.contracts.identity.PartnerId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

/** Named questions to the table of endpoints. */
@ApplicationScoped
class EndpointRepository implements PanacheRepositoryBase<EndpointEntity, String> {
    Uni<List<EndpointEntity>> of(PartnerId partner) {
        return list("partner = ?1 order by createdAt, id", partner.value());
    }

    Uni<EndpointEntity> of(PartnerId partner, String id) {
        return find("partner = ?1 and id = ?2", partner.value(), id).firstResult();
    }

    /** Nobody else changes it until the transaction ends. */
    Uni<EndpointEntity> locked(PartnerId partner, String id) {
        return find("partner = ?1 and id = ?2", partner.value(), id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }
}
