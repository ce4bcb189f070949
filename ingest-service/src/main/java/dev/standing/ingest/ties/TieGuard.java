package dev.standing.ingest.ties;

import dev.standing.contracts.identity.Ids;
import dev.standing.web.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges what is said of a tie. */
public final class TieGuard {
    private TieGuard() {}

    /** What is wrong with a tie between {@code member} and the one in {@code field}; empty where nothing is. */
    public static List<Violation> violations(
            String member, String field, @Nullable String other, @Nullable Double weight) {
        List<Violation> violations = new ArrayList<>();
        if (!Ids.isId(other)) {
            violations.add(new Violation(field, other, Ids.ALLOWED));
        } else if (member.equals(other)) {
            violations.add(new Violation(field, other, "another member; nobody has a tie with themselves"));
        }
        if (weight == null || !(weight > 0 && weight <= 1)) {
            violations.add(
                    new Violation("weight", weight == null ? null : weight.toString(), "a number over 0, at most 1"));
        }
        return violations;
    }
}
