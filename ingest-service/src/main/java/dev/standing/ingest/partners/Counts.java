package dev.standing.ingest.partners;

import dev.standing.contracts.event.PartnerEvent;
import dev.standing.ingest.admission.RefusalReason;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was counted of a partner in some time.
 *
 * @param accepted records that the ledger took
 * @param refused records that were turned away, by each reason that there is
 * @param retracted records that were taken back, by the partner or after a dispute
 * @param contested of the records that were accepted in the time, how many their members contested at any time
 * @param upheld of those, how many were found wrong
 * @param upheldLowerBound the least share of upheld among accepted records that its partner did not take back by itself, by
 *     {@link WilsonBound}: what is sent and taken back makes no figure better
 */
public record Counts(
        long accepted,
        Map<String, Long> refused,
        long retracted,
        long contested,
        long upheld,
        double upheldLowerBound) {

    static Counts of(Map<String, Long> times) {
        Map<String, Long> refused = new LinkedHashMap<>();
        for (RefusalReason reason : RefusalReason.values()) {
            refused.put(reason.label(), times.getOrDefault(Counted.refused(reason), 0L));
        }
        long accepted = times.getOrDefault(Counted.ACCEPTED, 0L);
        long upheld = times.getOrDefault(Counted.UPHELD, 0L);
        return new Counts(
                accepted,
                refused,
                times.getOrDefault(Counted.RETRACTED, 0L),
                times.getOrDefault(Counted.CONTESTED, 0L),
                upheld,
                WilsonBound.lower(upheld, accepted - times.getOrDefault(Counted.UNDONE, 0L) + upheld));
    }

    /** The lower bound in whole basis points, rounded down. */
    int upheldBasisPoints() {
        return (int) (upheldLowerBound * PartnerEvent.WHOLE);
    }
}
