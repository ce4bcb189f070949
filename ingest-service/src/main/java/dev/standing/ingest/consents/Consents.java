package dev.standing.ingest.consents;

import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.ingest.members.Members;
import dev.standing.ingest.outcome.Outcome;
import dev.standing.ingest.outcome.OutcomeState;
import dev.standing.ingest.toggling.Toggling;
import dev.standing.web.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives and withdraws permissions, one by one or many at once: the rules are those of {@link ConsentState}. */
@ApplicationScoped
public class Consents {
    private final ConsentRepository repository;
    private final Members members;
    private final ConsentMetrics metrics;
    private final Clock clock;
    private final Toggling toggling;

    Consents(ConsentRepository repository, Members members, ConsentMetrics metrics, Clock clock, Toggling toggling) {
        this.repository = repository;
        this.members = members;
        this.metrics = metrics;
        this.clock = clock;
        this.toggling = toggling;
    }

    /**
     * Makes the permission hold, or not; what is so already stays as it is, with its version.
     *
     * @param inPerson whether it is the member who says so, and no operator
     */
    @WithTransaction
    Uni<Consent> change(Permission permission, boolean inPerson, boolean granted, @Nullable String evidence) {
        return members.requireKnown(permission.member())
                .chain(() -> decide(
                        List.of(permission),
                        !granted,
                        book -> book.move(permission, granted ? ConsentState::grant : ConsentState::withdraw, evidence),
                        () -> granted ? bounded(permission, inPerson) : Toggling.unbounded()));
    }

    /**
     * Brings in what members, who have joined, allowed elsewhere. Of each all or nothing: a {@link OutcomeState#CONFLICT}
     * where the member has withdrawn any of it here.
     *
     * @param fresh who joined in this very transaction: they have decided nothing yet, so nothing need be looked up of them
     */
    @WithTransaction
    public Uni<List<Outcome>> bringIn(List<Grants> wanted, Set<MemberId> fresh) {
        Set<Permission> permissions = new LinkedHashSet<>();
        wanted.stream()
                .filter(grants -> !fresh.contains(grants.member()))
                .forEach(grants -> permissions.addAll(grants.permissions()));
        return decide(
                permissions,
                false,
                book -> wanted.stream().map(grants -> bringIn(book, grants)).toList(),
                Toggling::unbounded);
    }

    private static Outcome bringIn(ConsentBook book, Grants grants) {
        String member = grants.member().value();
        int before = book.changes().size();
        try {
            book.moveAll(grants.permissions(), ConsentState::bringIn, grants.evidence());
        } catch (ProblemException e) {
            return Outcome.of(member, OutcomeState.CONFLICT, e);
        }
        return Outcome.of(member, book.changes().size() > before ? OutcomeState.CREATED : OutcomeState.KNOWN);
    }

    /** Every permission that the member has given or withdrawn. */
    @WithSession
    Uni<List<Consent>> of(MemberId member) {
        return members.requireKnown(member)
                .chain(() -> repository.ofMember(member))
                .map(found -> found.stream().map(ConsentEntity::toConsent).toList());
    }

    private Uni<Void> bounded(Permission permission, boolean inPerson) {
        PartnerId partner = permission.partner();
        return toggling.permit(
                inPerson, permission.member(), permission.purpose().code(), partner == null ? "" : partner.value());
    }

    /** What changes nothing is not counted. */
    private <T> Uni<T> decide(
            Collection<Permission> permissions,
            boolean withdraws,
            Function<ConsentBook, T> decision,
            Supplier<Uni<Void>> bound) {
        return repository
                .lockJournals(withdraws)
                .chain(() -> repository.decided(permissions))
                .chain(decided -> {
                    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    ConsentBook book = new ConsentBook(decided, now);
                    T said = decision.apply(book);
                    return (book.changes().isEmpty() ? Toggling.unbounded() : bound.get())
                            .chain(() -> repository.write(book.changes(), now))
                            .invoke(() -> metrics.written(book.changes()))
                            .replaceWith(said);
                });
    }
}
