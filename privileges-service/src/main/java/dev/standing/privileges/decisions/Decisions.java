package dev.standing.privileges.decisions;

import dev.standing.contracts.identity.MemberId;
import dev.standing.web.access.Caller;
import dev.standing.web.access.Period;
import dev.standing.web.access.Roles;
import dev.standing.web.access.Uuids;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decisions as the caller may see them. What is not theirs to see looks as if it were not there. */
@RequestScoped
public class Decisions {
    private final Caller caller;
    private final DecisionReader reader;
    private final Replay replay;

    Decisions(Caller caller, DecisionReader reader, Replay replay) {
        this.caller = caller;
        this.reader = reader;
        this.replay = replay;
    }

    /** The decision of that id, for the partner who asked and for operators. */
    public Uni<Decision> decision(String id) {
        UUID known = id(id);
        String partner = caller.has(Roles.OPERATOR) ? null : caller.partner().value();
        return reader.find(known).map(found -> {
            if (found == null || (partner != null && !partner.equals(found.partner()))) {
                throw ProblemException.notFound("The check");
            }
            return found;
        });
    }

    Uni<DecisionView> view(String id) {
        return decision(id).map(replay::view);
    }

    Uni<String> replay(String id) {
        return decision(id).chain(decision -> reader.document(decision.policy().fingerprint())
                .map(document -> replay.of(decision, document)));
    }

    Uni<AccessAnswer> access(MemberId member, @Nullable String from, @Nullable String to) {
        if (!caller.has(Roles.OPERATOR) && !caller.isMember(member)) {
            throw ProblemException.notFound("The member");
        }
        return reader.of(member.value(), Period.of(from, to), AccessAnswer.MOST + 1)
                .map(found -> AccessAnswer.of(member.value(), found));
    }

    private static UUID id(String text) {
        UUID id = Uuids.find(text);
        if (id == null) {
            throw ProblemException.invalid(
                    new Violation("id", text, "the id of a check, as 019ac4a8-6e3b-7d21-9c55-0f4b6f6a7b11"));
        }
        return id;
    }
}
