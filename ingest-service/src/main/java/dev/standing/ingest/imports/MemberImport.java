package dev.standing.ingest.imports;

import dev.standing.contracts.identity.MemberId;
import dev.standing.ingest.consents.Consents;
import dev.standing.ingest.consents.Grants;
import dev.standing.ingest.members.Members;
import dev.standing.ingest.outcome.Outcome;
import dev.standing.ingest.outcome.OutcomeState;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Brings members in with what they allowed elsewhere, a chunk a transaction. */
@ApplicationScoped
class MemberImport {
    private final Members members;
    private final Consents consents;

    MemberImport(Members members, Consents consents) {
        this.members = members;
        this.consents = consents;
    }

    @WithTransaction
    Uni<List<Outcome>> store(List<Grants> lines) {
        return members.joinAll(lines.stream().map(Grants::member).toList())
                .chain(joined -> consents.bringIn(lines, joined).map(outcomes -> outcomes(lines, joined, outcomes)));
    }

    /** A line is called created where its member is new, whatever else was. */
    private static List<Outcome> outcomes(List<Grants> lines, Set<MemberId> joined, List<Outcome> consents) {
        Set<MemberId> fresh = new HashSet<>(joined);
        List<Outcome> outcomes = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            MemberId member = lines.get(i).member();
            // The same member twice in a chunk: the first has joined.
            OutcomeState state = fresh.remove(member) ? OutcomeState.CREATED : OutcomeState.KNOWN;
            outcomes.add(consents.get(i).problem() == null ? Outcome.of(member.value(), state) : consents.get(i));
        }
        return outcomes;
    }
}
