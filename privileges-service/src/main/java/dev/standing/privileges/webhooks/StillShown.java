package dev.standing.privileges.webhooks;

import dev.standing.privileges.grants.HeardConsents;
import dev.standing.web.problem.ProblemException;

/** What of its events a partner may still be told: those of members who show themselves to it, and that one no longer does. */
public final class StillShown {
    /** Whether an event, {@code e} in the statement, may be told at the moment of the statement. */
    public static final String SQL = """
            (e.type = '%s' or exists (select from privileges.consent s
                where s.member = e.member and s.partner = e.partner and s.granted))
            """.formatted(EventType.CONSENT_WITHDRAWN.code());

    private StillShown() {}

    /**
     * Goes on where it is known lately what members allow.
     *
     * @throws ProblemException 503 where it is not
     */
    public static void requireKnown(HeardConsents heardConsents) {
        if (!heardConsents.isRecent()) {
            throw ProblemException.unavailable("What members allow cannot be told now; try again in a moment");
        }
    }
}
