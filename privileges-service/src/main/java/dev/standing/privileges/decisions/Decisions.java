package dev.standing.privileges.decisions;

import dev.standing.contracts.identity.MemberId;
import dev.standing.web.access.Caller;
import dev.standing.web.access.Roles;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import dev.standing.web.time.Instants;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decisions as the caller may see them. What is not theirs to see looks as if it were not there. */
@RequestScoped
public class Decisions {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

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
        Instant since = instant("from", from, EARLIEST);
        Instant until = instant("to", to, LATEST);
        return reader.of(member.value(), since, until, AccessAnswer.MOST + 1)
                .map(found -> AccessAnswer.of(member.value(), found));
    }

    private static UUID id(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text.toLowerCase(Locale.ROOT))) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw refused(text);
        }
        throw refused(text);
    }

    private static ProblemException refused(String text) {
        return ProblemException.invalid(
                new Violation("id", text, "the id of a check, as 019ac4a8-6e3b-7d21-9c55-0f4b6f6a7b11"));
    }

    private static Instant instant(String field, @Nullable String value, Instant otherwise) {
        if (value == null) {
            return otherwise;
        }
        Instant instant = Instants.instant(value);
        if (instant != null && !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
            return instant;
        }
        throw ProblemException.invalid(
                new Violation(field, value, "an ISO 8601 instant in UTC from " + EARLIEST + " to " + LATEST));
    }
}
