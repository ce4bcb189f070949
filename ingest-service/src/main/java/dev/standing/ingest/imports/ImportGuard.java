package dev.standing.ingest.imports;

import dev.standing.contracts.identity.Ids;
import dev.standing.ingest.door.Evidence;
import dev.standing.ingest.ties.TieGuard;
import dev.standing.web.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges lines of an import. */
final class ImportGuard {
    private static final int MAX_PARTNERS = 100;

    private ImportGuard() {}

    static List<Violation> member(MemberLine line) {
        List<Violation> violations = new ArrayList<>();
        name(violations, "member", line.member());
        List<@Nullable String> partners = line.recordConsents();
        if (partners != null && partners.size() > MAX_PARTNERS) {
            violations.add(new Violation(
                    "recordConsents", partners.size() + " partners", "at most " + MAX_PARTNERS + " partners"));
        } else if (partners != null) {
            for (int i = 0; i < partners.size(); i++) {
                name(violations, "recordConsents[" + i + "]", partners.get(i));
            }
        }
        evidence(violations, line.evidence());
        return violations;
    }

    static List<Violation> tie(TieLine line) {
        List<Violation> violations = new ArrayList<>();
        name(violations, "a", line.a());
        violations.addAll(TieGuard.violations(String.valueOf(line.a()), "b", line.b(), line.weight()));
        evidence(violations, line.evidence());
        return violations;
    }

    private static void name(List<Violation> violations, String field, @Nullable String value) {
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
