package dev.standing.ingest.members;

import dev.standing.contracts.identity.Ids;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Who has joined. */
@ApplicationScoped
public class Members {
    private final Repository repository;

    Members(Repository repository) {
        this.repository = repository;
    }

    /** Lets a member join; joining again changes nothing. Says whether the member is new. */
    @WithTransaction
    public Uni<Boolean> join(String member) {
        if (!Ids.isId(member)) {
            throw ProblemException.invalid(new Violation("member", member, Ids.ALLOWED));
        }
        return repository.insertIfAbsent(member).map(inserted -> inserted > 0);
    }

    /** Fails with 404 where the member is not known. */
    @WithTransaction
    public Uni<Void> requireKnown(String member) {
        if (!Ids.isId(member)) {
            return Uni.createFrom().failure(ProblemException.notFound("The member"));
        }
        return repository
                .findById(member)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("The member"))
                .replaceWithVoid();
    }

    /** Named questions to the members' table. */
    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<MemberEntity, String> {

        /** One statement, so that two who join the same member at once do not collide. */
        Uni<Integer> insertIfAbsent(String id) {
            return getSession().flatMap(session -> session.createNativeQuery(
                            "insert into ingest.member (id) values (:id) on conflict do nothing")
                    .setParameter("id", id)
                    .executeUpdate());
        }
    }
}
