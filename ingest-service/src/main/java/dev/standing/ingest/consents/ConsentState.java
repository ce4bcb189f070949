package dev.standing.ingest.consents;

import dev.standing.web.problem.ProblemException;

/** What a member has said to a permission, and what can become of it. */
enum ConsentState {
    UNDECIDED,
    GRANTED,
    WITHDRAWN;

    /** The member, or who holds the member's word, gives it. */
    ConsentState grant() {
        return GRANTED;
    }

    /** The same take it back; it can be taken back before it was ever given. */
    ConsentState withdraw() {
        return WITHDRAWN;
    }

    /**
     * An import brings what the member said elsewhere, before. What was said here since stands above it.
     *
     * @throws ProblemException 409 where the member has withdrawn it
     */
    ConsentState bringIn() {
        return switch (this) {
            case UNDECIDED, GRANTED -> GRANTED;
            case WITHDRAWN ->
                throw ProblemException.conflict(
                        "consent-withdrawn",
                        "The member has withdrawn a permission, which an import does not give back");
        };
    }
}
