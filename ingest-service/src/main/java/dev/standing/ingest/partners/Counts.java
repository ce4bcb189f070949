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
 * @param retracted of the records that were accepted in the time, how many were taken back at any time, by the partner or after a dispute
 * @param contested of them, how many their members contested at any time
 * @param upheld of those, how many were found wrong
 * @param upheldLowerBound the least share of upheld among records, by {@link WilsonBound}; those that the partner took back by its own
 *     choice are none, so that nobody thins out what is wrong with what they take back again
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
        long retracted = times.getOrDefault(Counted.RETRACTED, 0L);
        long upheld = times.getOrDefault(Counted.UPHELD, 0L);
        return new Counts(
                accepted,
                refused,
                retracted,
                times.getOrDefault(Counted.CONTESTED, 0L),
                upheld,
                upheldLowerBound(accepted, retracted, upheld));
    }

    /** What was upheld was taken back too, and is a record all the same. */
    private static double upheldLowerBound(long accepted, long retracted, long upheld) {
        return WilsonBound.lower(upheld, accepted - retracted + upheld);
    }

    /** The lower bound in whole basis points, rounded down. */
    int upheldBasisPoints() {
        return (int) (upheldLowerBound * PartnerEvent.WHOLE);
    }
}
