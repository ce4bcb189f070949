package dev.standing.scoring.activity;

/**
 * A change of one cell of activity.
 *
 * @param day days since 1970-01-01, UTC
 * @param records negative where more was undone than done
 * @param amountMinor in minor units of the key's currency
 */
public record Delta(String member, SeriesKey key, int day, long records, long amountMinor) {
    Delta plus(Delta other) {
        return new Delta(member, key, day, records + other.records, amountMinor + other.amountMinor);
    }
}
