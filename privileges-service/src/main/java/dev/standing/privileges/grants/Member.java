package dev.standing.privileges.grants;

import dev.standing.privileges.condition.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a member here. Immutable.
 *
 * @param sequence of the last score that was judged; 0 before the first
 * @param facts as of that score; null before the first
 * @param firstDay the day of the member's first record, counted from 1970-01-01; null without records
 * @param source where the facts come from; null before the first score
 * @param privileges by the perk's place in the policy; empty before the first score
 * @param consents by partner, and by {@link Consent#SOCIAL}
 * @param disputes by their ids, the decided ones too
 */
public record Member(
        long sequence,
        @Nullable Facts facts,
        @Nullable Long firstDay,
        @Nullable Source source,
        List<Privilege> privileges,
        Map<String, Consent> consents,
        Map<String, Dispute> disputes) {

    private static final long SECONDS_A_DAY = 86_400;

    /** Somebody of whom nothing is known yet. */
    public static final Member UNKNOWN = new Member(0, null, null, null, List.of(), Map.of(), Map.of());

    public Member {
        privileges = List.copyOf(privileges);
        consents = Map.copyOf(consents);
        disputes = Map.copyOf(disputes);
    }

    public boolean showsTo(String partner) {
        Consent consent = consents.get(partner);
        return consent != null && consent.granted();
    }

    /** With a partner's consent, or this very member where a later version is known already. */
    public Member with(String partner, Consent consent) {
        Consent known = consents.get(partner);
        if (known != null && known.version() >= consent.version()) {
            return this;
        }
        Map<String, Consent> changed = new HashMap<>(consents);
        changed.put(partner, consent);
        return new Member(sequence, facts, firstDay, source, privileges, changed, disputes);
    }

    /** With a dispute, or this very member where it is known already as it is, or as decided. */
    public Member with(String id, Dispute dispute) {
        Dispute known = disputes.get(id);
        if (known != null && (!known.open() || known.equals(dispute))) {
            return this;
        }
        Map<String, Dispute> changed = new HashMap<>(disputes);
        changed.put(id, dispute);
        return new Member(sequence, facts, firstDay, source, privileges, consents, changed);
    }

    /** When the last of the member's disputes ends to freeze; long ago where there is none. */
    Instant contestedUntil() {
        Instant until = Instant.EPOCH;
        for (Dispute dispute : disputes.values()) {
            until = dispute.freezesUntil().isAfter(until) ? dispute.freezesUntil() : until;
        }
        return until;
    }

    /** With the facts of a score, which is the one of that sequence. */
    Member scored(long score, Facts then, @Nullable Long first, Source from) {
        return new Member(score, then, first, from, privileges, consents, disputes);
    }

    /**
     * The day of the first record. A release of before said the tenure alone, by which nobody can tell a first record of that very day
     * from none.
     */
    public static @Nullable Long firstDay(@Nullable LocalDate firstRecordOn, int tenureDays, Instant asOf) {
        if (firstRecordOn != null) {
            return firstRecordOn.toEpochDay();
        }
        return tenureDays == 0 ? null : (Long) (day(asOf) - tenureDays);
    }

    static long day(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS_A_DAY);
    }

    Member with(List<Privilege> changed) {
        return new Member(sequence, facts, firstDay, source, changed, consents, disputes);
    }
}
