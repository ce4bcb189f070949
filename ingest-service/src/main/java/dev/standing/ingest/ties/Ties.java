package dev.standing.ingest.ties;

import dev.standing.contracts.identity.MemberId;
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
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks for, confirms and severs ties, one by one or many at once: the rules are those of {@link TieTransition}. */
@ApplicationScoped
public class Ties {
    private final TieRepository repository;
    private final Members members;
    private final Clock clock;
    private final TieMetrics metrics;
    private final Toggling toggling;

    Ties(TieRepository repository, Members members, Clock clock, TieMetrics metrics, Toggling toggling) {
        this.repository = repository;
        this.members = members;
        this.clock = clock;
        this.metrics = metrics;
        this.toggling = toggling;
    }

    /** The other need not be a member: then the tie waits for one of that name, and who asks is told the same. */
    @WithTransaction
    Uni<Tie> ask(MemberId member, MemberId other, double weight) {
        Pair pair = Pair.of(member, other);
        return members.requireKnown(member)
                .chain(() -> members.known(List.of(other)))
                .chain(known -> decide(
                                List.of(pair),
                                book -> book.move(
                                        pair, current -> TieTransition.ask(current, pair, member, weight), null),
                                () -> toggling.ask(member, other))
                        .invoke(tie -> metrics.asked(known.contains(other))));
    }

    @WithTransaction
    Uni<Tie> confirm(MemberId member, MemberId other) {
        Pair pair = pairOf(member, other);
        return members.requireKnown(member)
                .chain(() -> decide(
                        List.of(pair),
                        book -> book.move(pair, current -> TieTransition.confirm(current, member), null),
                        () -> toggling.confirm(member, other)));
    }

    @WithTransaction
    Uni<Tie> sever(MemberId member, MemberId other) {
        Pair pair = pairOf(member, other);
        return decide(List.of(pair), book -> book.move(pair, TieTransition::sever, null), Toggling::unbounded);
    }

    /**
     * Brings in ties that both sides agreed to elsewhere: {@link OutcomeState#REFUSED} where a member is not known,
     * {@link OutcomeState#CONFLICT} where the two did otherwise here.
     */
    @WithTransaction
    public Uni<List<Outcome>> bringIn(List<Agreement> agreements) {
        Set<MemberId> sides = new LinkedHashSet<>();
        Set<Pair> pairs = new LinkedHashSet<>();
        for (Agreement agreement : agreements) {
            sides.add(agreement.one());
            sides.add(agreement.other());
            pairs.add(agreement.pair());
        }
        return members.known(sides)
                .chain(known -> decide(
                        pairs,
                        book -> agreements.stream()
                                .map(agreement -> bringIn(book, known, agreement))
                                .toList(),
                        Toggling::unbounded));
    }

    private static Outcome bringIn(TieBook book, Set<MemberId> known, Agreement agreement) {
        Pair pair = agreement.pair();
        String id = pair.a() + "|" + pair.b();
        if (!known.contains(pair.a()) || !known.contains(pair.b())) {
            return Outcome.of(id, OutcomeState.REFUSED, ProblemException.notFound("A member of the tie"));
        }
        int before = book.changes().size();
        try {
            book.move(pair, current -> TieTransition.bringIn(current, pair, agreement.weight()), agreement.evidence());
        } catch (ProblemException e) {
            return Outcome.of(id, OutcomeState.CONFLICT, e);
        }
        return Outcome.of(id, book.changes().size() > before ? OutcomeState.CREATED : OutcomeState.KNOWN);
    }

    @WithSession
    Uni<List<Tie>> of(MemberId member) {
        return members.requireKnown(member)
                .chain(() -> repository.ofMember(member))
                .map(found -> found.stream().map(TieEntity::toTie).toList());
    }

    private static Pair pairOf(MemberId member, MemberId other) {
        if (other.equals(member)) {
            throw ProblemException.notFound("The tie");
        }
        return Pair.of(member, other);
    }

    /** What changes nothing is not counted. */
    private <T> Uni<T> decide(Collection<Pair> pairs, Function<TieBook, T> decision, Supplier<Uni<Void>> bound) {
        return repository.lockJournal().chain(() -> repository.present(pairs)).chain(present -> {
            TieBook book = new TieBook(present);
            T said = decision.apply(book);
            return (book.changes().isEmpty() ? Toggling.unbounded() : bound.get())
                    .chain(() ->
                            repository.write(book.changes(), clock.instant().truncatedTo(ChronoUnit.MICROS)))
                    .invoke(() -> metrics.written(book.changes()))
                    .replaceWith(said);
        });
    }
}
