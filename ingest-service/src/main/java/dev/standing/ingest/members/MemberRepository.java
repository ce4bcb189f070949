package dev.standing.ingest.members;

import dev.standing.contracts.identity.MemberId;
import dev.standing.database.Columns;
import dev.standing.ingest.journal.RowSets;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Named questions to the members' table. */
@ApplicationScoped
class MemberRepository implements PanacheRepositoryBase<MemberEntity, String> {
    /** In the order of ids, so that two who let the same members join wait for one another and not in a circle. */
    private static final String JOIN = """
            with joined as (
                insert into ingest.member (id) select distinct i.id from unnest(cast(?1 as text[])) as i(id) order by 1
                on conflict do nothing
                returning id)
            select coalesce(string_agg(id, ' '), '') from joined
            """;

    /** Writes in both cases, so that a commit takes as long for one who is there already. */
    private static final String LET_IN = """
            insert into ingest.member (id) values (?1)
            on conflict (id) do update set joined_at = member.joined_at
            returning old.id is null
            """;

    /** By one walk through the index, which takes a third of a search for each. */
    private static final String KNOWN = """
            select coalesce(string_agg(id, ' '), '') from ingest.member where id = any(cast(?1 as text[]))
            """;

    private static final Columns<MemberId> IDS = Columns.of(MemberId.class).text(MemberId::value);

    /** Inserts the member, and says whether that was new. */
    Uni<Boolean> letIn(MemberId member) {
        return getSession().chain(session -> session.createNativeQuery(LET_IN, Boolean.class)
                .setParameter(1, member.value())
                .getSingleResult());
    }

    /** Inserts those who are not there, and says who that was. */
    Uni<Set<MemberId>> insertAbsent(Collection<MemberId> members) {
        return find(JOIN, members);
    }

    Uni<Set<MemberId>> known(Collection<MemberId> members) {
        return find(KNOWN, members);
    }

    private Uni<Set<MemberId>> find(String sql, Collection<MemberId> members) {
        return getSession()
                .chain(session -> RowSets.find(session, sql, String.class, IDS, members))
                .map(found -> found.isEmpty() ? Set.of() : split(found.getFirst()));
    }

    /** Ids have no blank; a session takes thousands of rows far slower than one. */
    private static Set<MemberId> split(String ids) {
        Set<MemberId> members = new HashSet<>();
        for (String id : ids.isEmpty() ? new String[0] : ids.split(" ", -1)) {
            members.add(new MemberId(id));
        }
        return members;
    }
}
