package dev.standing.ingest.consents;

import dev.standing.web.problem.ProblemException;
import dev.standing.web.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Where a member's own word can be found: a short reference, as the id of a signed form. */
public final class Evidence {
    public static final String ALLOWED = "a reference of 1 to 200 printable characters to the member's own word";

    private static final int MAX_LENGTH = 200;

    private Evidence() {}

    /** Fails with 422 where the reference is no good, or absent although it is needed. */
    public static void require(@Nullable String evidence, boolean needed) {
        if (evidence == null ? needed : !isEvidence(evidence)) {
            throw ProblemException.invalid(new Violation("evidence", evidence, ALLOWED));
        }
    }

    public static boolean isEvidence(@Nullable String evidence) {
        return evidence != null
                && !evidence.isBlank()
                && evidence.length() <= MAX_LENGTH
                && evidence.codePoints().noneMatch(Evidence::unprintable);
    }

    private static boolean unprintable(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE || type == Character.UNASSIGNED;
    }
}
