package dev.standing.scoring.activity;

/**
 * What one record adds to activity, or takes from it.
 *
 * @param day days since 1970-01-01, UTC
 * @param records 1, or -1 where the record is undone
 * @param amountMinor in minor units of the key's currency; negative where the record is undone
 */
public record Delta(String member, SeriesKey key, int day, long records, long amountMinor) {}
