package dev.standing.ingest.members;

import dev.standing.contracts.identity.MemberId;
import dev.standing.web.problem.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;

/** Who has joined. */
@ApplicationScoped
public class Members {
    private final MemberRepository repository;
    private final Counter newcomers;
    private final Counter comeAgain;

    Members(MemberRepository repository, MeterRegistry registry) {
        this.repository = repository;
        newcomers = joined(registry, "new");
        comeAgain = joined(registry, "known");
    }

    private static Counter joined(MeterRegistry registry, String outcome) {
        return Counter.builder("standing.ingest.members.joined")
                .description("Members whom somebody let join, one by one")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** Lets a member join; joining again changes nothing. Says whether the member is new. */
    @WithTransaction
    public Uni<Boolean> join(MemberId member) {
        return repository.letIn(member).invoke(isNew -> (isNew ? newcomers : comeAgain).increment());
    }

    /** Lets all of them join, and says who is new. */
    @WithTransaction
    public Uni<Set<MemberId>> joinAll(Collection<MemberId> members) {
        return repository.insertAbsent(members);
    }

    /** Fails with 404 where the member is not known. */
    @WithSession
    public Uni<Void> requireKnown(MemberId member) {
        return repository
                .findById(member.value())
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("The member"))
                .replaceWithVoid();
    }

    /** Who of them has joined. */
    @WithSession
    public Uni<Set<MemberId>> known(Collection<MemberId> members) {
        return repository.known(members);
    }
}
