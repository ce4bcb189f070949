package dev.standing.privileges.webhooks.endpoints;

import dev.standing.contracts.identity.PartnerId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Named questions to the table of endpoints. */
@ApplicationScoped
class EndpointRepository implements PanacheRepositoryBase<EndpointEntity, String> {
    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtext('webhooks'), hashtext(?1))";

    /** One that is under way begins anew, and does what either asked for. */
    private static final String WALK = """
            insert into privileges.webhook_walk as k (endpoint, since)
            values (?1, timestamptz 'epoch' + cast(nullif(cast(?2 as text), '') as bigint) * interval '1 microsecond')
            on conflict (endpoint) do update set member = '', since = least(k.since, excluded.since)
            """;

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

    /**
     * What waits for the endpoint waits no longer, and is gone where the endpoint is nobody's: later, for that goes through all of it.
     *
     * @param since and what happened from then on is sent again
     */
    Uni<Void> walk(EndpointEntity endpoint, @Nullable Instant since) {
        return getSession()
                .chain(session -> session.createNativeQuery(WALK)
                        .setParameter(1, endpoint.id)
                        .setParameter(
                                2, since == null ? "" : String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, since)))
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
