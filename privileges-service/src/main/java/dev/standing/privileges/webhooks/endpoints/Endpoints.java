package dev.standing.privileges.webhooks.endpoints;

import dev.standing.contracts.identity.PartnerId;
import dev.standing.privileges.webhooks.signing.Keys;
import dev.standing.web.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A partner's endpoints; another partner's are as if they were not. */
@ApplicationScoped
class Endpoints {
    private static final int MOST = 10;
    private static final Duration BOTH_VALID = Duration.ofDays(1);

    private final EndpointRepository repository;
    private final DeliveryRepository deliveries;
    private final InstantSource clock = InstantSource.system();

    Endpoints(EndpointRepository repository, DeliveryRepository deliveries) {
        this.repository = repository;
        this.deliveries = deliveries;
    }

    @WithTransaction
    Uni<WebhookView> register(PartnerId partner, String url, String types, boolean asymmetric) {
        return repository.lockAll(partner).chain(() -> repository.of(partner)).chain(known -> {
            if (known.size() >= MOST) {
                throw ProblemException.conflict(
                        "too-many-webhooks", "There are " + known.size() + "; allowed: " + MOST);
            }
            Keys keys = Keys.generate(asymmetric);
            EndpointEntity endpoint = new EndpointEntity();
            endpoint.id = EndpointEntity.nextId();
            endpoint.partner = partner.value();
            endpoint.url = url;
            endpoint.types = types;
            endpoint.state = State.UNPROVED.code();
            endpoint.secret = keys.secret();
            endpoint.signingKey = keys.signingKey();
            endpoint.createdAt = now();
            return repository.persist(endpoint).map(made -> WebhookView.withSecret(made, now()));
        });
    }

    @WithSession
    Uni<List<WebhookView>> all(PartnerId partner) {
        return repository.of(partner).map(found -> found.stream()
                .map(each -> WebhookView.of(each, now()))
                .toList());
    }

    @WithSession
    Uni<EndpointEntity> one(PartnerId partner, String id) {
        return repository.of(partner, id).map(Endpoints::known);
    }

    @WithSession
    Uni<List<DeliveryView>> deliveries(PartnerId partner, String id) {
        return repository
                .of(partner, id)
                .map(Endpoints::known)
                .chain(() -> deliveries.recent(id))
                .map(found -> found.stream().map(DeliveryView::of).toList());
    }

    /** What is null stays. Another address has to be proved anew, and nothing makes an unproved one active. */
    @WithTransaction
    Uni<WebhookView> change(
            PartnerId partner, String id, @Nullable String url, @Nullable String types, @Nullable State state) {
        return repository.locked(partner, id).map(Endpoints::known).chain(endpoint -> {
            if (types != null) {
                endpoint.types = types;
            }
            if (url != null && !url.equals(endpoint.url)) {
                endpoint.url = url;
                endpoint.state = State.UNPROVED.code();
                endpoint.reason = null;
            }
            if (state != null && isUnproved(endpoint)) {
                throw unproved();
            }
            if (state == State.DISABLED) {
                endpoint.state = State.DISABLED.code();
                endpoint.reason = "By its partner";
            }
            return (state == State.ACTIVE
                            ? activate(endpoint)
                            : Uni.createFrom().voidItem())
                    .map(nothing -> WebhookView.of(endpoint, now()));
        });
    }

    @WithTransaction
    Uni<Void> delete(PartnerId partner, String id) {
        return repository.locked(partner, id).map(Endpoints::known).chain(endpoint -> {
            endpoint.forget();
            return repository.walk(endpoint, null);
        });
    }

    @WithTransaction
    Uni<Void> replay(PartnerId partner, String id, Instant since) {
        return repository.locked(partner, id).map(Endpoints::known).chain(endpoint -> repository.walk(endpoint, since));
    }

    @WithTransaction
    Uni<WebhookView> rotate(PartnerId partner, String id) {
        return repository.locked(partner, id).map(Endpoints::known).map(endpoint -> {
            endpoint.rotate(Keys.generate(endpoint.signingKey != null), now().plus(BOTH_VALID));
            return WebhookView.withSecret(endpoint, now());
        });
    }

    /** Whoever is at that address, and holds that secret, was met; where either is another by now, nothing was shown. */
    @WithTransaction
    Uni<WebhookView> proved(PartnerId partner, EndpointEntity met) {
        return repository.locked(partner, met.id).map(Endpoints::known).chain(endpoint -> {
            if (!endpoint.url.equals(met.url) || !endpoint.secret.equals(met.secret)) {
                throw ProblemException.conflict(
                        "webhook-changed", "It was changed meanwhile; ask for another challenge");
            }
            return activate(endpoint).map(nothing -> WebhookView.of(endpoint, now()));
        });
    }

    /** What failed begins anew with it. Of an active one nothing does: saying so again must not end waiting, nor the count of three days. */
    private Uni<Void> activate(EndpointEntity endpoint) {
        if (endpoint.state.equals(State.ACTIVE.code())) {
            return Uni.createFrom().voidItem();
        }
        endpoint.state = State.ACTIVE.code();
        endpoint.reason = null;
        endpoint.activeSince = now();
        return repository.walk(endpoint, null);
    }

    static boolean isUnproved(EndpointEntity endpoint) {
        return endpoint.state.equals(State.UNPROVED.code());
    }

    static ProblemException unproved() {
        return ProblemException.conflict(
                "webhook-unproved", "Nothing is sent until its challenge was met: POST …/challenge");
    }

    private static EndpointEntity known(@Nullable EndpointEntity endpoint) {
        if (endpoint == null) {
            throw ProblemException.notFound("The webhook");
        }
        return endpoint;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
