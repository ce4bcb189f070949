package dev.standing.privileges.webhooks.endpoints;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Named questions to the table of attempts. */
@ApplicationScoped
class DeliveryRepository implements PanacheRepositoryBase<DeliveryEntity, Long> {
    private static final int MOST = 100;

    /** The last hundred, the newest first. */
    Uni<List<DeliveryEntity>> recent(String endpoint) {
        return find("endpoint = ?1 order by id desc", endpoint).page(0, MOST).list();
    }
}
