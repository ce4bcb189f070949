package dev.standing.scoring.activity;

/**
 * A change of one cell of activity.
 *
 * @param day days since 1970-01-01, UTC
 * @param records negative where more was undone than done
 * @param amountMinor in minor units of the key's currency
 */
public record Delta(String member, SeriesKey key, int day, long records, long amountMinor) {
    /** Whether a long holds the amounts of both, so that they can be one. */
    boolean fits(Delta other) {
        long sum = amountMinor + other.amountMinor;
        return ((amountMinor ^ sum) & (other.amountMinor ^ sum)) >= 0;
    }

    Delta plus(Delta other) {
        return new Delta(member, key, day, records + other.records, Math.addExact(amountMinor, other.amountMinor));
    }
}
