package dev.standing.privileges.receipts;

import dev.standing.contracts.identity.MemberId;
import dev.standing.privileges.receipts.Places.Place;
import dev.standing.privileges.receipts.issuer.Issuer;
import dev.standing.privileges.receipts.issuer.ReceiptsConfig;
import dev.standing.privileges.receipts.status.StatusLists;
import dev.standing.receipts.Receipt;
import dev.standing.receipts.ReceiptIssuer;
import dev.standing.receipts.SigningKeys;
import dev.standing.receipts.StatusReference;
import dev.standing.web.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member's receipts: issued, listed, revoked. */
@ApplicationScoped
class Receipts {
    /** Revoked ones count too, or whoever issues and revokes would fill the status lists. */
    private static final int WITH_REVOKED = 10;

    private final ReceiptRepository repository;
    private final Places places;
    private final Issuer issuer;
    private final ReceiptMetrics metrics;
    private final Clock clock;
    private final int most;
    private final ReceiptIssuer signing = new ReceiptIssuer();

    Receipts(
            ReceiptRepository repository,
            Places places,
            Issuer issuer,
            ReceiptMetrics metrics,
            Clock clock,
            ReceiptsConfig config) {
        this.repository = repository;
        this.places = places;
        this.issuer = issuer;
        this.metrics = metrics;
        this.clock = clock;
        this.most = config.most();
    }

    /** Writes down that there is one, and signs what it says. */
    @WithTransaction
    Uni<ReceiptView> issue(MemberId member, Wish wish, Map<String, Object> said) {
        SigningKeys keys = issuer.keys();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return repository
                .lockIssuing()
                .chain(() -> repository.unexpired(member, now))
                .chain(held -> {
                    requireRoom(held);
                    return places.free();
                })
                .chain(place -> repository.persist(entity(member, wish, said, place, now)))
                .map(entity -> {
                    metrics.issued();
                    return ReceiptView.of(entity, signing.issue(receipt(entity, said), keys));
                });
    }

    private void requireRoom(List<ReceiptEntity> held) {
        long holding = held.stream().filter(each -> !each.isRevoked()).count();
        if (holding >= most) {
            throw ProblemException.conflict(
                    "too-many-receipts", "There are " + holding + "; allowed: " + most + ". Revoke one first");
        }
        if (held.size() >= most * WITH_REVOKED) {
            throw ProblemException.conflict(
                    "too-many-receipts",
                    "There are " + held.size() + " that are not expired, revoked ones among them; allowed: "
                            + most * WITH_REVOKED);
        }
    }

    private static ReceiptEntity entity(
            MemberId member, Wish wish, Map<String, Object> said, Place place, Instant now) {
        ReceiptEntity entity = new ReceiptEntity();
        entity.id = UUID.randomUUID();
        entity.member = member.value();
        entity.audience = wish.audience();
        entity.disclosed = String.join(",", said.keySet());
        entity.list = place.list();
        entity.place = place.place();
        entity.issuedAt = now;
        entity.expiresAt = now.plus(wish.life());
        return entity;
    }

    private Receipt receipt(ReceiptEntity entity, Map<String, Object> said) {
        return new Receipt(
                issuer.address("").toString(),
                entity.audience,
                entity.member,
                entity.id.toString(),
                entity.issuedAt,
                entity.expiresAt,
                new StatusReference(issuer.address(StatusLists.path(entity.list)), entity.place),
                said);
    }

    @WithSession
    Uni<List<ReceiptView>> all(MemberId member) {
        return repository.of(member).map(found -> found.stream()
                .map(each -> ReceiptView.of(each, null))
                .toList());
    }

    /** Once is as good as twice. */
    @WithTransaction
    Uni<Void> revoke(MemberId member, UUID id) {
        return repository
                .of(member, id)
                .map(Receipts::known)
                .invoke(receipt -> {
                    if (!receipt.isRevoked()) {
                        receipt.revokedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
                        metrics.revoked(1);
                    }
                })
                .replaceWithVoid();
    }

    private static ReceiptEntity known(@Nullable ReceiptEntity receipt) {
        if (receipt == null) {
            throw ProblemException.notFound("The receipt");
        }
        return receipt;
    }
}
