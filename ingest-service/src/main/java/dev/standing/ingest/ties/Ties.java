package dev.standing.ingest.ties;

import dev.standing.contracts.identity.Ids;
import dev.standing.ingest.members.Members;
import dev.standing.web.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks for, confirms and severs ties. */
@ApplicationScoped
class Ties {
    private final TieRepository repository;
    private final Members members;
    private final Clock clock;

    Ties(TieRepository repository, Members members, Clock clock) {
        this.repository = repository;
        this.members = members;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Tie> ask(String member, String other, double weight) {
        Pair pair = Pair.of(member, other);
        return members.requireKnown(member)
                .chain(() -> members.requireKnown(other))
                .chain(() -> step(pair, current -> TieTransition.ask(current, pair, member, weight)));
    }

    @WithTransaction
    Uni<Tie> confirm(String member, String other) {
        return step(pairOf(member, other), current -> TieTransition.confirm(current, member));
    }

    @WithTransaction
    Uni<Tie> sever(String member, String other) {
        return step(pairOf(member, other), TieTransition::sever);
    }

    @WithSession
    Uni<List<Tie>> of(String member) {
        return members.requireKnown(member)
                .chain(() -> repository.ofMember(member))
                .map(found -> found.stream().map(TieEntity::toTie).toList());
    }

    private static Pair pairOf(String member, String other) {
        if (!Ids.isId(other) || other.equals(member)) {
            throw ProblemException.notFound("The tie");
        }
        return Pair.of(member, other);
    }

    private Uni<Tie> step(Pair pair, Function<@Nullable Tie, TieTransition> rule) {
        return repository
                .lockJournal()
                .chain(() -> repository.findById(TieEntity.Key.of(pair)))
                .chain(found -> {
                    Tie current = found == null ? null : found.toTie();
                    TieTransition transition = rule.apply(current);
                    return transition.next().equals(current)
                            ? Uni.createFrom().item(transition.next())
                            : write(found == null ? blank(pair) : found, transition);
                });
    }

    private static TieEntity blank(Pair pair) {
        TieEntity tie = new TieEntity();
        tie.key = TieEntity.Key.of(pair);
        return tie;
    }

    private Uni<Tie> write(TieEntity tie, TieTransition transition) {
        tie.take(transition.next(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        return repository
                .persist(tie)
                .chain(() -> transition.published()
                        ? repository.append(TieJournalEntity.of(tie))
                        : Uni.createFrom().voidItem())
                .replaceWith(transition.next());
    }
}
