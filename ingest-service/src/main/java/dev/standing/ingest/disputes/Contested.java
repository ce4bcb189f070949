package dev.standing.ingest.disputes;

import dev.standing.contracts.identity.MemberId;
import dev.standing.web.problem.ProblemException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A record that somebody wants to contest.
 *
 * @param member whom it is about
 * @param acceptedOn the day on which the ledger took it, in UTC
 * @param isRetracted whether it is taken back
 * @param isAllowed whether the member lets its partner send records
 */
record Contested(String member, LocalDate acceptedOn, boolean isRetracted, boolean isAllowed) {

    /** Goes on where it is a record of that member, and counts; else fails with 404 or 409. */
    static Contested require(@Nullable Contested found, MemberId member) {
        if (found == null || !found.member().equals(member.value())) {
            throw ProblemException.notFound("The record");
        }
        if (found.isRetracted()) {
            throw ProblemException.conflict("record-retracted", "The record is taken back already and counts no more");
        }
        if (!found.isAllowed()) {
            throw ProblemException.conflict(
                    "no-consent", "The partner's records do not count, for the member does not allow it to send them");
        }
        return found;
    }
}
