package dev.standing.ingest.admission;

import dev.standing.ingest.ledger.Submission;
import dev.standing.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What admission makes of one record that a partner sent. */
public sealed interface Reading {
    /** It may go to the ledger. */
    record Valid(Submission submission) implements Reading {}

    /**
     * It may not.
     *
     * @param id what the partner called it, where that much could be read
     * @param problem what to tell the partner
     */
    record Refused(@Nullable String id, RefusalReason reason, Problem problem) implements Reading {}
}
