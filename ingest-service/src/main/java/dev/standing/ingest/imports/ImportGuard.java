package dev.standing.ingest.imports;

import dev.standing.contracts.identity.Ids;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import dev.standing.ingest.consents.Evidence;
import dev.standing.ingest.consents.Grants;
import dev.standing.ingest.ties.Agreement;
import dev.standing.ingest.ties.TieGuard;
import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges lines of an import, and says in the features' own words what a good one means. */
final class ImportGuard {
    private static final int MAX_PARTNERS = 100;

    private ImportGuard() {}

    /** @throws ProblemException 422 with all that is wrong */
    static Grants grants(MemberLine line) {
        List<Violation> violations = new ArrayList<>();
        id(violations, "member", line.member());
        List<@Nullable String> partners = Objects.requireNonNullElse(line.recordConsents(), List.of());
        if (partners.size() > MAX_PARTNERS) {
            violations.add(new Violation(
                    "recordConsents", partners.size() + " partners", "at most " + MAX_PARTNERS + " partners"));
        } else {
            for (int i = 0; i < partners.size(); i++) {
                id(violations, "recordConsents[" + i + "]", partners.get(i));
            }
        }
        evidence(violations, line.evidence());
        require(violations);
        return new Grants(
                new MemberId(Ids.require(line.member())),
                partners.stream().map(Ids::require).map(PartnerId::new).toList(),
                Boolean.TRUE.equals(line.social()),
                String.valueOf(line.evidence()));
    }

    /** @throws ProblemException 422 with all that is wrong */
    static Agreement agreement(TieLine line) {
        List<Violation> violations = new ArrayList<>();
        id(violations, "a", line.a());
        violations.addAll(TieGuard.violations(String.valueOf(line.a()), "b", line.b(), line.weight()));
        evidence(violations, line.evidence());
        require(violations);
        return new Agreement(
                new MemberId(Ids.require(line.a())),
                new MemberId(Ids.require(line.b())),
                Objects.requireNonNull(line.weight()),
                String.valueOf(line.evidence()));
    }

    private static void require(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
    }

    private static void id(List<Violation> violations, String field, @Nullable String value) {
        if (!Ids.isId(value)) {
            violations.add(new Violation(field, value, Ids.ALLOWED));
        }
    }

    private static void evidence(List<Violation> violations, @Nullable String evidence) {
        if (!Evidence.isEvidence(evidence)) {
            violations.add(new Violation("evidence", evidence, Evidence.ALLOWED));
        }
    }
}
